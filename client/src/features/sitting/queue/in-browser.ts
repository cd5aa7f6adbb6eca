import { uuidv7 } from "@kompeten/shared/kernel";

export const newOpId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** What a queue needs of the browser it is in. */
export const inBrowser = {
  newOpId,
  nowMs: Date.now,
  monotonicMs: () => performance.now(),
  random: Math.random,
  after: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
