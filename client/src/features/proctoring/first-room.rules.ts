import type { AssessmentSummary } from "@kompeten/shared/contracts/planning";
import type { SupervisedSitting } from "@kompeten/shared/contracts/supervision";

type Room = Pick<AssessmentSummary, "id" | "state" | "firstStart" | "lastEnd">;
type Sitting = Pick<SupervisedSitting, "assessmentId" | "windowStart" | "windowEnd" | "waiting" | "working">;

/** Where somebody works comes first, then where somebody may begin, then the next to begin; what is over comes last. */
export function inRoomOrder<T extends Room>(assessments: readonly T[], sittings: readonly Sitting[], nowMs: number): T[] {
  const ranked = assessments.map((assessment) => ({ assessment, rank: rankOf(assessment, sittings.filter(({ assessmentId }) => assessmentId === assessment.id), nowMs) }));
  return ranked.toSorted((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]).map(({ assessment }) => assessment);
}

function rankOf({ state, firstStart, lastEnd }: Room, sittings: readonly Sitting[], nowMs: number): [number, number] {
  const endMs = lastEnd === null ? Number.MAX_SAFE_INTEGER : Date.parse(lastEnd);
  if (state === "closed") return [5, -endMs];
  const working = sittings.reduce((sum, sitting) => sum + sitting.working, 0);
  if (working > 0) return [0, -working];
  if (sittings.some(({ windowStart, windowEnd, waiting }) => waiting > 0 && Date.parse(windowStart) <= nowMs && nowMs < Date.parse(windowEnd))) return [1, 0];
  const starts = [...sittings.map(({ windowStart }) => windowStart), ...(firstStart === null ? [] : [firstStart])].map((at) => Date.parse(at)).filter((at) => at > nowMs);
  if (starts.length > 0) return [2, Math.min(...starts)];
  return nowMs < endMs ? [3, 0] : [4, -endMs];
}
