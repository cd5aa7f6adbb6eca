import type { AssessmentDetail, PlanningChoices } from "@kompeten/shared/contracts/planning";
import { Button, Select, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ButtonLink } from "../../app/link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { assessmentPath, stepSearch } from "./addresses.ts";
import { AssessorLoad } from "./assessor-load.tsx";
import { AssignPanel } from "./assign-panel.tsx";
import { CandidatesTable } from "./candidates-table.tsx";
import { DistributionForm } from "./distribution-form.tsx";
import { useChange } from "./queries.ts";
import { stillThere } from "./selection.rules.ts";
import { StepFrame } from "./step-frame.tsx";

export function StepAssessors({ assessment, choices }: { assessment: AssessmentDetail; choices: PlanningChoices }) {
  const { t } = useTranslation("planning");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const lead = useChange(assessment);
  const enrolmentIds = stillThere(selected, assessment.enrolments);
  return (
    <StepFrame assessment={assessment} step="assessors" hint={t("assessors.hint")} error={lead.error}>
      {choices.leads.length === 0 ? (
        <Text>{t("assessors.noLeads")}</Text>
      ) : (
        <Select
          label={t("assessors.lead")}
          placeholder={t("assessors.leadPlaceholder")}
          data={choices.leads.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={assessment.lead?.accountId ?? null}
          onChange={(accountId) => {
            if (accountId && accountId !== assessment.lead?.accountId) lead.mutate({ method: "put", to: "lead", body: { accountId } });
          }}
          disabled={lead.isPending}
          allowDeselect={false}
          searchable
          maw={420}
        />
      )}
      {assessment.enrolments.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t("assessors.noCandidates")}
          text={t("assessors.noCandidatesText")}
          as="h3"
          action={
            <ButtonLink to={assessmentPath(assessment.id)} search={stepSearch("candidates")} variant="light">
              {t("assessors.toCandidates")}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <DistributionForm key={assessment.lead?.accountId ?? ""} assessment={assessment} assessors={choices.assessors} busy={lead.isPending} />
          <CandidatesTable
            assessment={assessment}
            shown={["position", "assessors"]}
            selection={{ chosen: new Set(enrolmentIds), onChange: setSelected }}
            actions={
              <Button size="xs" variant="default" onClick={() => setAssigning(true)}>
                {t("assessors.assign")}
              </Button>
            }
          />
          <AssessorLoad candidates={assessment.enrolments} />
        </>
      )}
      {assigning ? <AssignPanel assessment={assessment} assessors={choices.assessors} enrolmentIds={enrolmentIds} onClose={() => setAssigning(false)} onDone={() => setSelected(new Set())} /> : null}
    </StepFrame>
  );
}
