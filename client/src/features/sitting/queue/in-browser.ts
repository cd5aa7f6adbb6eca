import { newId } from "../../../browser/new-id.ts";

/** What a queue needs of the browser it is in. */
export const inBrowser = {
  newOpId: newId,
  nowMs: Date.now,
  monotonicMs: () => performance.now(),
  random: Math.random,
  after: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
