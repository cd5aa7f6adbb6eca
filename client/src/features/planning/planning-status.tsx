import type { AssessmentState } from "@kompeten/shared/contracts/planning";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const tones = { draft: "neutral", open: "active", closed: "good" } as const satisfies Record<AssessmentState, Tone>;

export function PlanningStatus({ state }: { state: AssessmentState }) {
  const { t } = useTranslation("planning");
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
