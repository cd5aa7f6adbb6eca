import { words } from "../../words/words.ts";
import { useTranslation } from "../../words/use-translation.ts";
import { contexts } from "./addresses.ts";

export function useAuditWords() {
  const { t } = useTranslation("administration");
  // Codes arrive at run time; one without words is shown itself.
  const known = (key: string, fallback: string) => (words.exists(key) ? words.t(key) : fallback);
  return {
    /** "identity.session.opened" in words. Codes with dots live in one flat table, with dashes for the dots. */
    action: (code: string) => known(`administration:action.${code.replaceAll(".", "-")}`, code),
    subjectKind: (kind: string) => known(`administration:subject.${kind}`, kind),
    /** "delivery.attempt-closed": what the work was to do. */
    job: (name: string) => known(`administration:job.${name.replaceAll(".", "-")}`, name),
    contexts: contexts.map((value) => ({ value, label: t(`context.${value}`) })),
  };
}
