/**
 * Open-loop load: what is sent, and when, does not depend on the answers, and latency counts from the moment a message was due, so
 * that a stall is seen by everyone it kept waiting (no coordinated omission).
 */
import { performance } from "node:perf_hooks";

export type Load = {
  senders: number;
  ratePerSecond: number;
  durationMs: number;
  /** `dueMs` on performance.now()'s clock. */
  send: (sender: number, dueMs: number) => void;
};

/** Each sender has a rhythm of its own, at a random place in the common period. */
export async function openLoop({ senders, ratePerSecond, durationMs, send }: Load): Promise<void> {
  const periodMs = (senders / ratePerSecond) * 1000;
  const places = Array.from({ length: senders }, (_, sender) => ({ sender, atMs: Math.random() * periodMs })).toSorted((a, b) => a.atMs - b.atMs);
  const startMs = performance.now();
  for (let round = 0; ; round++) {
    for (const { sender, atMs } of places) {
      const dueMs = startMs + round * periodMs + atMs;
      if (dueMs > startMs + durationMs) return;
      while (performance.now() < dueMs) await tick();
      send(sender, dueMs);
    }
  }
}

/** All of them once, spread evenly by chance over `withinMs`. */
export async function burst({ senders, withinMs, send }: { senders: number; withinMs: number; send: Load["send"] }): Promise<void> {
  const places = Array.from({ length: senders }, (_, sender) => ({ sender, atMs: Math.random() * withinMs })).toSorted((a, b) => a.atMs - b.atMs);
  const startMs = performance.now();
  for (const { sender, atMs } of places) {
    while (performance.now() < startMs + atMs) await tick();
    send(sender, startMs + atMs);
  }
}

/** Waits until `done` or the limit; says whether it was done. */
export async function until(done: () => boolean | Promise<boolean>, limitMs: number, everyMs = 20): Promise<boolean> {
  const endMs = performance.now() + limitMs;
  while (performance.now() < endMs) {
    if (await done()) return true;
    await pause(everyMs);
  }
  return done();
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const tick = (): Promise<void> => pause(1);
