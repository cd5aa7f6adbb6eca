import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeSocket, type ServerSocket, watchSilence } from "./socket.ts";

/** As much of a socket as is watched. */
function newSocket() {
  const listeners = new Map<string, () => void>();
  let packet = () => {};
  const fake = {
    connected: true,
    asked: 0,
    answers: true,
    io: { engine: { on: (_: string, listener: () => void) => void (packet = listener) } },
    on: (event: string, listener: () => void) => void listeners.set(event, listener),
    timeout: (ms: number) => ({
      emitWithAck: async () => {
        fake.asked += 1;
        if (fake.answers) return setTimeout(packet, 50);
        return new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), ms));
      },
    }),
    fire: (event: string) => listeners.get(event)?.(),
    hear: () => packet(),
  };
  return fake;
}

const told: string[] = [];
let socket: ReturnType<typeof newSocket>;
beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  socket = newSocket();
  watchSilence(socket as unknown as ServerSocket, { onDoubt: (isDoubtful) => told.push(isDoubtful ? "doubtful" : "well"), onDead: () => told.push("dead") });
  socket.fire("connect");
});
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("[J8] a line that falls silent", () => {
  it("is in doubt within 5 s of the last that was heard, and dead when it goes on", async () => {
    socket.answers = false;
    await pass(3_900);
    socket.hear();
    await pass(4_700);
    expect(told).toEqual([]);
    await pass(300);
    expect(told).toEqual(["doubtful"]);
    await pass(3_000);
    expect(told).toEqual(["doubtful", "dead"]);
  });

  it("is not in doubt where only a ping is late", async () => {
    await pass(60_000);
    expect(socket.asked).toBeGreaterThan(10);
    expect(told).toEqual([]);
  });

  it("is well again with the first that is heard", async () => {
    socket.answers = false;
    await pass(5_000);
    socket.hear();
    expect(told).toEqual(["doubtful", "well"]);
    await pass(3_000);
    expect(told).not.toContain("dead");
  });

  it("is not asked while pings come, nor after it ended", async () => {
    for (let count = 0; count < 20; count++) {
      await pass(4_000);
      socket.hear();
    }
    socket.fire("disconnect");
    await pass(60_000);
    expect(socket.asked).toBe(0);
    expect(told).toEqual([]);
  });
});

it("[J10] leaves the wait before each new connection half to chance, however often there was none, and never makes it longer than 1.5 s", () => {
  // What Socket.IO keeps to itself: the next wait, and that an attempt was made after it.
  type Manager = { backoff: { duration: () => number }; emitReserved: (event: string, attempt: number) => void };
  const waits = Array.from({ length: 200 }, () => {
    const manager = makeSocket().io as unknown as Manager;
    return Array.from({ length: 12 }, (_, attempt) => {
      const ms = manager.backoff.duration();
      manager.emitReserved("reconnect_attempt", attempt);
      return ms;
    });
  });
  for (let attempt = 0; attempt < 12; attempt++) {
    const sorted = waits.map((each) => each[attempt] ?? 0).toSorted((a, b) => a - b);
    const [shortest, quarter, threeQuarters, longest] = [0, 50, 150, 199].map((at) => sorted[at] ?? 0) as [number, number, number, number];
    expect(shortest).toBeGreaterThanOrEqual(250);
    expect(longest).toBeLessThanOrEqual(1_500);
    expect(threeQuarters - quarter, `after ${attempt} attempts`).toBeGreaterThan(150);
  }
});
