import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AddCandidates } from "./add-candidates.tsx";
import { CandidatesTable } from "./candidates-table.tsx";
import { useChange } from "./queries.ts";
import { SeatPanel } from "./seat-panel.tsx";
import { stillThere } from "./selection.rules.ts";
import { StepFrame } from "./step-frame.tsx";

export function StepCandidates({ assessment }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [seating, setSeating] = useState(false);
  const remove = useChange(assessment);
  const enrolmentIds = stillThere(selected, assessment.enrolments);
  const done = () => setSelected(new Set());
  return (
    <StepFrame assessment={assessment} step="candidates" hint={t("candidates.hint")}>
      <CandidatesTable
        assessment={assessment}
        shown={["position", "unit", "sittings"]}
        selection={{ chosen: new Set(enrolmentIds), onChange: setSelected }}
        toolbar={<AddCandidates assessment={assessment} />}
        actions={
          <>
            <Button size="xs" variant="default" onClick={() => setSeating(true)}>
              {t("candidates.seat")}
            </Button>
            <ConfirmButton
              size="xs"
              danger
              title={t("candidates.removeTitle")}
              consequence={t("candidates.removeText", { count: enrolmentIds.length })}
              confirmLabel={t("candidates.remove")}
              pending={remove.isPending}
              error={remove.error ? errorText(remove.error, "planning") : undefined}
              onConfirm={() => remove.mutateAsync({ method: "post", to: "enrolment-removals", body: { enrolmentIds } }).then(done)}
            >
              {t("candidates.remove")}
            </ConfirmButton>
          </>
        }
        empty={<EmptyState icon={IconUsers} title={t("candidates.none")} text={t("candidates.noneText")} as="h3" />}
      />
      {seating ? <SeatPanel assessment={assessment} enrolmentIds={enrolmentIds} onClose={() => setSeating(false)} onDone={done} /> : null}
    </StepFrame>
  );
}
