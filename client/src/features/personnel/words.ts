import { useTranslation } from "../../words/use-translation.ts";
import { words } from "../../words/words.ts";
import { educations, employments, isOneOf, positionTypes, predicates } from "./options.ts";

/** The register's codes in words; a code this page does not know is shown as it is. */
export function useWords() {
  const { t } = useTranslation("personnel");
  return {
    positionType: (code: string): string => (isOneOf(positionTypes, code) ? t(`positionType.${code}`) : code),
    education: (code: string | null): string | null => (isOneOf(educations, code) ? t(`education.${code}`) : code),
    employment: (code: string): string => (isOneOf(employments, code) ? t(`employment.${code}`) : code),
    component: (code: string): string => (words.exists(`personnel:component.${code}`) ? words.t(`personnel:component.${code}`) : code),
    predicate: (code: string): string => (isOneOf(predicates, code) ? t(`predicate.${code}`) : code),
  };
}
