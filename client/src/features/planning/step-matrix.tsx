import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { MatrixGrid } from "./matrix-grid.tsx";
import { cellsOf, possibleCells, tickedOf } from "./matrix.rules.ts";
import { StepFrame } from "./step-frame.tsx";
import { useStepSaving } from "./use-step-saving.ts";

export function StepMatrix({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const { instruments, competencies } = assessment;
  const codes = competencies.map(({ code }) => code);
  const [ticked, setTicked] = useState(() => tickedOf(assessment.matrix, instruments, codes));
  const saving = useStepSaving(assessment, "matrix");
  const cells = cellsOf(ticked, instruments, codes);
  const saved = cellsOf(tickedOf(assessment.matrix, instruments, codes), instruments, codes);
  // Also when saved cells can no longer be ticked: saving is what takes them away.
  const dirty = JSON.stringify(cells) !== JSON.stringify(saved) || saved.length !== assessment.matrix.length;
  const all = possibleCells(instruments, codes);
  return (
    <StepFrame
      assessment={assessment}
      step="matrix"
      hint={t("matrix.hint")}
      form={{ dirty, saving, onSave: (goOn) => void saving.save("matrix", { cells }, goOn) }}
      actions={
        all.length > cells.length ? (
          <Button variant="subtle" onClick={() => setTicked(tickedOf(all, instruments, codes))}>
            {t("matrix.all")}
          </Button>
        ) : undefined
      }
    >
      {instruments.length === 0 ? (
        <EmptyState
          icon={IconTable}
          title={t("matrix.noInstruments")}
          text={t("matrix.noInstrumentsText")}
          as="h3"
          action={
            <ButtonLink to={assessmentPath(assessment.id)} search={stepSearch("instruments")} variant="light">
              {t("matrix.toInstruments")}
            </ButtonLink>
          }
        />
      ) : (
        <MatrixGrid competencies={competencies} instruments={instruments} ticked={ticked} onChange={setTicked} />
      )}
    </StepFrame>
  );
}
