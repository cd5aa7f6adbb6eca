/** Where the candidate was in the paper, for a reload on this device. Only a convenience: nothing of the work is in it. */
const keyOf = (attemptId: string) => `kompeten.place.${attemptId}`;

export function storedPlace(attemptId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(attemptId));
  } catch {
    return null;
  }
}

export function storePlace(attemptId: string, id: string): void {
  try {
    sessionStorage.setItem(keyOf(attemptId), id);
  } catch {
    // Then a reload begins at the last item seen.
  }
}
