/** Whether anything may be kept of a running attempt (kept-attempt.ts): asked on every page, where the answer is nearly always no. */
const key = "kompeten-kept";
/** A browser whose storage neither answers nor refuses keeps nobody from signing in. */
const patienceMs = 1000;

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
    if (localStorage.getItem(key) === null) return null;
    return await Promise.race([import("./kept-attempt.ts").then(use), new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs))]);
  } catch {
    return null;
  }
}

/** Nothing of an attempt stays on the device for whoever comes next. The mark goes last: as long as anything may be left, it is tried again. */
export async function forgetKept(): Promise<void> {
  await withKept(async (kept) => {
    await kept.forgetAllBut([]);
    localStorage.removeItem(key);
  });
}
