/** Whether anything may be kept of a running attempt (kept-attempt.ts): asked on every page, where the answer is nearly always no. */
const key = "kompeten-kept";

export function markKept(): void {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // A browser that stores nothing keeps nothing either.
  }
}

type Kept = typeof import("./kept-attempt.ts");

/** Does something with what is kept, where there is anything; a browser that does not let us has nothing to show and nothing to hide. */
export async function withKept<T>(use: (kept: Kept) => Promise<T>): Promise<T | null> {
  try {
    return localStorage.getItem(key) === null ? null : await use(await import("./kept-attempt.ts"));
  } catch {
    return null;
  }
}

/** Nothing of an attempt stays on the device for whoever comes next. */
export async function forgetKept(): Promise<void> {
  await withKept((kept) => kept.forgetAllBut([]));
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
