import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { contexts } from "./addresses.ts";

/** A typed key cannot know a code that arrives at run time; `exists` is asked first, and the code itself is shown else. */
const translate = i18next.t as unknown as (key: string) => string;

export function useAuditWords() {
  const { t } = useTranslation("administration");
  const known = (key: string, fallback: string) => (i18next.exists(key, { ns: "administration" }) ? translate(key) : fallback);
  return {
    /** "identity.session.opened" in words. Codes with dots live in one flat table, with dashes for the dots. */
    action: (code: string) => known(`administration:action.${code.replaceAll(".", "-")}`, code),
    subjectKind: (kind: string) => known(`administration:subject.${kind}`, kind),
    /** "delivery.attempt-closed": what the work was to do. */
    job: (name: string) => known(`administration:job.${name.replaceAll(".", "-")}`, name),
    contexts: contexts.map((value) => ({ value, label: t(`context.${value}`) })),
  };
}
