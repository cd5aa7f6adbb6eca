import type { InBasketWork, ReplayStep } from "@kompeten/shared/contracts/scoring";
import { useTranslation } from "../../words/use-translation.ts";

/** What was done in a step, and with which document. */
export function useStepWords({ documents }: InBasketWork) {
  const { t } = useTranslation("rating");
  return {
    deed({ deed, changes }: ReplayStep): string {
      const word = deed === "read" || deed === "withdraw" ? t(`basket.deed.${deed}`) : t(`basket.type.${deed}`);
      return changes > 0 ? `${word} (${t("basket.saves", { count: changes + 1 })})` : word;
    },
    subject: ({ documentId }: ReplayStep): string => (documentId === null ? t("basket.fromDesk") : `${documentId} · ${documents.find(({ id }) => id === documentId)?.subject ?? ""}`),
  };
}
