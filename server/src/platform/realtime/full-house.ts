import { setFlagsFromString } from "node:v8";

const manyConnected = 3_000;
const lookMs = 1_000;

/**
 * V8 lets a heap grow to four times what is alive before it looks for what is not: with ten thousand connected, to most of a gigabyte of what nobody
 * needs. From thousands on it looks when there is 80 % more; with fewer, where it costs little memory, it stops the process less often.
 */
export function watchHeap(connected: () => number, setFlags: (flags: string) => void = setFlagsFromString): () => void {
  let isFull = false;
  const timer = setInterval(() => {
    if (connected() >= manyConnected === isFull) return;
    isFull = !isFull;
    // Zero is V8's own judgement. It reads this anew at each collection, so it may be changed while running.
    setFlags(`--heap-growing-percent=${isFull ? 80 : 0}`);
  }, lookMs).unref();
  return () => clearInterval(timer);
}
