import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { Button, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AssessorLoad } from "./assessor-load.tsx";
import { AssignPanel } from "./assign-panel.tsx";
import { CandidatesTable } from "./candidates-table.tsx";
import { choicesQuery } from "./queries.ts";
import { stillThere } from "./selection.rules.ts";

export function OverviewAssessors({ assessment, mayPlan }: { assessment: AssessmentDetail; mayPlan: boolean }) {
  const { t } = useTranslation("planning");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const { data: choices } = useQuery({ ...choicesQuery, enabled: mayPlan });
  const enrolmentIds = stillThere(selected, assessment.enrolments);
  return (
    <Stack gap="md">
      <Dl items={[{ term: t("assessors.lead"), value: assessment.lead?.name }]} />
      {mayPlan ? (
        <Text size="sm" c="dimmed">
          {t("assessors.openHint")}
        </Text>
      ) : null}
      <CandidatesTable
        assessment={assessment}
        caption={t("overview.part.asesor")}
        shown={["position", "assessors"]}
        {...(mayPlan ? { selection: { chosen: new Set(enrolmentIds), onChange: setSelected } } : {})}
        actions={
          <Button size="xs" variant="default" disabled={!choices} onClick={() => setAssigning(true)}>
            {t("assessors.add")}
          </Button>
        }
        empty={<EmptyState icon={IconUsers} title={t("candidates.none")} />}
      />
      <AssessorLoad candidates={assessment.enrolments} />
      {assigning && choices ? (
        <AssignPanel assessment={assessment} assessors={choices.assessors} enrolmentIds={enrolmentIds} onClose={() => setAssigning(false)} onDone={() => setSelected(new Set())} />
      ) : null}
    </Stack>
  );
}
