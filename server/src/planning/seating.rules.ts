/** Who sits where, and who assesses whom, when the organiser leaves it to us. Pure and deterministic. */
import { assessorsPerCandidateMin, candidatesPerAssessorMax, isOfForms, overlap, type PlanSitting, type Timed } from "./plan.rules.ts";

/** Fewer than this to a group only when there are no more candidates (PerBKN 26/2019: four to eight). */
const groupMin = 4;

/**
 * One sitting per instrument, the emptiest first, none overlapping another but for forms, which lie open beside whatever else
 * is taken. `load` says how many sit in each already and is not changed. An instrument that fits nowhere is left out: the plan's problems will name it.
 */
export function seat(instruments: readonly Timed[], sittings: readonly PlanSitting[], load: ReadonlyMap<string, number>): string[] {
  const clash = (one: PlanSitting, other: PlanSitting): boolean => overlap(one, other) && !isOfForms(one, instruments) && !isOfForms(other, instruments);
  const chosen: PlanSitting[] = [];
  for (const { versionId: instrumentId } of instruments) {
    if (chosen.some((sitting) => sitting.instrumentVersionIds.includes(instrumentId))) continue;
    const covered = new Set(chosen.flatMap((sitting) => sitting.instrumentVersionIds));
    const free = sittings.filter(
      (sitting) =>
        sitting.instrumentVersionIds.includes(instrumentId) &&
        !sitting.instrumentVersionIds.some((id) => covered.has(id)) &&
        !chosen.some((other) => clash(other, sitting)),
    );
    const [best] = free.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || a.windowStart.getTime() - b.windowStart.getTime());
    if (best) chosen.push(best);
  }
  return chosen.map((sitting) => sitting.id);
}

export type Distributed = { enrolmentId: string; accountIds: string[] };

/**
 * Candidates in even groups of four to eight, in their order; each group gets its own assessors as far as they suffice, then
 * they take turns. Nobody assesses themself: whoever has the fewest candidates steps in.
 */
export function distributeAssessors(candidates: readonly { enrolmentId: string; accountId: string | null }[], assessorIds: readonly string[], perCandidate: number): Distributed[] {
  if (candidates.length === 0 || assessorIds.length < Math.max(assessorsPerCandidateMin, perCandidate)) return [];
  const groups = groupCount(candidates.length, Math.floor(assessorIds.length / perCandidate));
  const load = new Map(assessorIds.map((id) => [id, 0]));
  return candidates.map((candidate, index) => {
    const group = Math.floor((index * groups) / candidates.length);
    const team = Array.from({ length: perCandidate }, (_, place) => assessorIds[(group * perCandidate + place) % assessorIds.length] ?? "");
    const accountIds = team.filter((id) => id !== candidate.accountId);
    const others = assessorIds.filter((id) => id !== candidate.accountId && !accountIds.includes(id)).toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    accountIds.push(...others.slice(0, perCandidate - accountIds.length));
    for (const id of accountIds) load.set(id, (load.get(id) ?? 0) + 1);
    return { enrolmentId: candidate.enrolmentId, accountIds };
  });
}

/** As many groups as there are teams, but none above eight and none below four candidates. */
function groupCount(candidates: number, teams: number): number {
  const least = Math.ceil(candidates / candidatesPerAssessorMax);
  const most = Math.max(1, Math.floor(candidates / groupMin));
  return Math.max(least, Math.min(teams, most));
}
