export type Chosen = Readonly<Record<string, string | null>>;

/** Every part, and nothing chosen for it yet. */
export function nothingChosen(partIds: readonly string[]): Chosen {
  return Object.fromEntries(partIds.map((id) => [id, null]));
}

/**
 * The parts after one choice. An option that may be taken only so many times is taken away from the part that had it first;
 * `taken` says from which, so that the person can be told. `max` 0: any number.
 */
export function chooseForPart(chosen: Chosen, partId: string, optionId: string | null, max = 0): { chosen: Chosen; taken: string | null } {
  const others = Object.keys(chosen).filter((id) => id !== partId && optionId !== null && chosen[id] === optionId);
  const taken = max > 0 && others.length >= max ? (others[0] ?? null) : null;
  return { chosen: { ...chosen, ...(taken === null ? {} : { [taken]: null }), [partId]: optionId }, taken };
}
