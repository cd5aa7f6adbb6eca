import type { InBasketWork, ReplayStep } from "@kompeten/shared/contracts/scoring";
import { useTranslation } from "../../words/use-translation.ts";
import { formatClock } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import classes from "./desk.module.css";

/** The exercise from its beginning to its end, reading included: order and timing are evidence. */
export function ReplayTable({ work }: { work: InBasketWork }) {
  const { t } = useTranslation("rating");
  const subject = (id: string | null) => (id === null ? t("basket.fromDesk") : `${id} · ${work.documents.find((document) => document.id === id)?.subject ?? ""}`);
  const deed = ({ deed: name, changes }: ReplayStep) => {
    const word = name === "read" || name === "withdraw" ? t(`basket.deed.${name}`) : t(`basket.type.${name}`);
    return changes > 0 ? `${word} (${t("basket.saves", { count: changes + 1 })})` : word;
  };
  return (
    <>
      <p className={classes.meta}>{t("basket.replayText")}</p>
      <ScrollTable
        caption={t("basket.replay")}
        columns={[{ label: t("basket.time"), align: "right" }, { label: t("basket.deedColumn") }, { label: t("basket.document") }, { label: t("basket.duration"), align: "right" }]}
        rows={work.replay.map((step) => [formatClock(step.atSeconds), deed(step), subject(step.documentId), step.seconds > 0 ? formatClock(step.seconds) : "–"])}
      />
    </>
  );
}
