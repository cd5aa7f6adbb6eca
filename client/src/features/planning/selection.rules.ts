import type { PlannedCandidate } from "@kompeten/shared/contracts/planning";

/** Name, NIP (spaces do not matter), position or unit. */
export function matchesCandidate(candidate: Pick<PlannedCandidate, "name" | "nip" | "positionTitle" | "unitName">, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return true;
  const digits = wanted.replaceAll(" ", "");
  const words = [candidate.name, candidate.positionTitle, candidate.unitName ?? ""];
  return words.some((word) => word.toLowerCase().includes(wanted)) || candidate.nip.includes(digits);
}

/** How many candidates each assessor has, the busiest first; those without any are left out. */
export function loadOf(candidates: readonly Pick<PlannedCandidate, "assessors">[]): { accountId: string; name: string; count: number }[] {
  const load = new Map<string, { accountId: string; name: string; count: number }>();
  for (const { accountId, name } of candidates.flatMap(({ assessors }) => assessors)) {
    load.set(accountId, { accountId, name, count: (load.get(accountId)?.count ?? 0) + 1 });
  }
  return [...load.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "id"));
}

/** Of a selection, those who are still there. */
export const stillThere = (chosen: ReadonlySet<string>, candidates: readonly { id: string }[]): string[] => candidates.map(({ id }) => id).filter((id) => chosen.has(id));
