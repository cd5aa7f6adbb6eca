import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import { PlanRefusal } from "./plan-refusal.tsx";
import { useChange, useReload } from "./queries.ts";
import { SeatChoice, type Seats } from "./seat-choice.tsx";

type Props = { assessment: AssessmentDetail; enrolmentIds: string[]; onClose: () => void; onDone: () => void };

/** Seats the selected candidates anew. */
export function SeatPanel({ assessment, enrolmentIds, onClose, onDone }: Props) {
  const { t } = useTranslation("planning");
  const [seats, setSeats] = useState<Seats>(null);
  const change = useChange(assessment);
  const reload = useReload(assessment.id);
  function apply() {
    change.mutate(
      { method: "put", to: "seating", body: { enrolmentIds, sittingIds: seats } },
      {
        onSuccess: () => {
          onDone();
          onClose();
        },
      },
    );
  }
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t("candidates.seatTitle", { count: enrolmentIds.length })}
      size="md"
      footer={
        <Button onClick={apply} loading={change.isPending}>
          {t("candidates.apply")}
        </Button>
      }
    >
      <Stack gap="md">
        <SeatChoice assessment={assessment} seats={seats} onChange={setSeats} />
        <PlanRefusal error={change.error} onReload={() => void reload()} />
      </Stack>
    </SidePanel>
  );
}
