import type { InBasketWork } from "@kompeten/shared/contracts/scoring";
import { IconHourglass } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatClock } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import classes from "./desk.module.css";
import replay from "./replay.module.css";
import { ReplayPanel } from "./replay-panel.tsx";
import { useStepWords } from "./use-step-words.ts";

/** The exercise from its beginning to its end, reading included: order and timing are evidence. Each step opens to what it did. */
export function ReplayTable({ attemptId, work }: { attemptId: string; work: InBasketWork }) {
  const { t } = useTranslation("rating");
  const { deed, subject } = useStepWords(work);
  // Which one stays known while the panel closes.
  const [shown, setShown] = useState({ position: 0, opened: false });
  const step = work.replay[shown.position];
  if (!step) return <EmptyState icon={IconHourglass} title={t("basket.noSteps")} text={t("basket.noStepsText")} />;
  return (
    <>
      <p className={classes.meta}>{t("basket.replayText")}</p>
      <ScrollTable
        caption={t("basket.replay")}
        columns={[{ label: t("basket.time"), align: "right" }, { label: t("basket.deedColumn") }, { label: t("basket.document") }, { label: t("basket.duration"), align: "right" }]}
        rows={work.replay.map((one, position) => [
          formatClock(one.atSeconds),
          <button key="open" type="button" className={replay.open} aria-haspopup="dialog" onClick={() => setShown({ position, opened: true })}>
            {deed(one)}
          </button>,
          subject(one),
          one.seconds > 0 ? formatClock(one.seconds) : "–",
        ])}
      />
      <ReplayPanel attemptId={attemptId} work={work} step={step} position={shown.position} opened={shown.opened} onMove={(position) => setShown({ position, opened: true })} onClose={() => setShown({ ...shown, opened: false })} />
    </>
  );
}
