import type { AssessmentDetail } from "@kompeten/shared/contracts/planning";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AddCandidates } from "./add-candidates.tsx";
import { CandidatesTable } from "./candidates-table.tsx";

export function OverviewCandidates({ assessment, mayPlan }: { assessment: AssessmentDetail; mayPlan: boolean }) {
  const { t } = useTranslation("planning");
  return (
    <CandidatesTable
      assessment={assessment}
      shown={["position", "unit", "sittings", "card"]}
      toolbar={mayPlan ? <AddCandidates assessment={assessment} /> : undefined}
      empty={<EmptyState icon={IconUsers} title={t("candidates.none")} />}
    />
  );
}
