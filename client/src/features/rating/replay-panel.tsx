import type { InBasketWork, ReplayStep } from "@kompeten/shared/contracts/scoring";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { words } from "../../words/words.ts";
import { formatClock } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { DocumentText } from "./desk-document.tsx";
import { useStepWords } from "./use-step-words.ts";

const StepSaves = lazy(() => Promise.all([import("./step-saves.tsx"), words.load("text-history")]).then(([{ StepSaves: shown }]) => ({ default: shown })));

type Props = { attemptId: string; work: InBasketWork; step: ReplayStep; position: number; opened: boolean; onMove: (position: number) => void; onClose: () => void };

/** One step of the replay, and from it to the next: what was read, or what was written before and after. */
export function ReplayPanel({ attemptId, work, step, position, opened, onMove, onClose }: Props) {
  const { t } = useTranslation("rating");
  const { deed, subject } = useStepWords(work);
  const top = useRef<HTMLDivElement>(null);
  const total = work.replay.length;
  const document = work.documents.find(({ id }) => id === step.documentId);
  function move(to: number) {
    onMove(to);
    top.current?.parentElement?.scrollTo({ top: 0 });
  }
  const footer = (
    <>
      <Button variant="default" mih={44} leftSection={<IconChevronLeft size={18} stroke={1.8} aria-hidden />} {...unless(position === 0)} onClick={() => move(Math.max(position - 1, 0))}>
        {t("basket.step.previous")}
      </Button>
      <Button variant="default" mih={44} rightSection={<IconChevronRight size={18} stroke={1.8} aria-hidden />} {...unless(position === total - 1)} onClick={() => move(Math.min(position + 1, total - 1))}>
        {t("basket.step.next")}
      </Button>
    </>
  );
  const time = step.seconds > 0 ? `${formatClock(step.atSeconds)}–${formatClock(step.atSeconds + step.seconds)}` : formatClock(step.atSeconds);
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={t("basket.step.title", { position: position + 1, total })}
      subtitle={<span aria-live="polite">{[time, deed(step), subject(step)].join(" · ")}</span>}
      footer={footer}
    >
      <div ref={top} />
      {step.saves ? (
        <Suspense fallback={<Loading lines={4} />}>
          <StepSaves key={position} attemptId={attemptId} work={work} saves={step.saves} />
        </Suspense>
      ) : document ? (
        <DocumentText document={document} />
      ) : null}
    </SidePanel>
  );
}

/** Said to be disabled, and not taken out of reach: at the last step the focus would be lost with it. */
const unless = (ended: boolean) => (ended ? { "aria-disabled": true, "data-disabled": true } : {});
