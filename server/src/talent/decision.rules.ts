/** What an official may confirm, and how the succession group is ranked. Pure. */
import { reasonCharactersMin } from "@kompeten/shared/contracts/talent-limits";

export type PlacementRefusal = "standing-incomplete" | "reason-too-short";

/** The proposal may be confirmed as it is; another box needs a reason. Without a proposal there is nothing to decide on yet. */
export function refusePlacement(given: { proposedBox: number | null; box: number; reason: string }): PlacementRefusal | undefined {
  if (given.proposedBox === null) return "standing-incomplete";
  if (given.box !== given.proposedBox && given.reason.trim().length < reasonCharactersMin) return "reason-too-short";
  return undefined;
}

/** By talent score from high to low; equals share a rank and the next rank is skipped; without a score last. */
export function ranked<T extends { talentScore: number | null; name: string }>(people: readonly T[]): (T & { rank: number })[] {
  const order = [...people].sort((one, other) => (other.talentScore ?? -1) - (one.talentScore ?? -1) || one.name.localeCompare(other.name, "id"));
  let rank = 0;
  return order.map((person, index) => {
    if (index === 0 || person.talentScore !== order[index - 1]?.talentScore) rank = index + 1;
    return { ...person, rank };
  });
}
