/** From the last key to the server's acknowledgement: drafts, queue and store as the page has them, on a line that is well. */
import { applied, noWork } from "@kompeten/shared/attempt";
import { seededRandom } from "@kompeten/shared/kernel";
import type { Acknowledgement } from "@kompeten/shared/contracts/delivery";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "../../../browser/new-id.ts";
import { DraftBuffer } from "./draft-buffer.ts";
import { OperationQueue } from "./operation-queue.ts";
import { memoryQueueStore } from "./queue-store.ts";
import type { Command } from "./queued-operation.ts";

const promisedMs = 2_000;
/** While keys go on coming: what takes longer would be called unsaved. */
const typingOnMs = 4_500;

const write = (itemId: string, text: string): Command => ({ kind: "respond", itemId, response: { interaction: "extended-text", text } });

/** A field that is typed into, and when what was in it after each key was acknowledged. */
class Desk {
  private saved = noWork;
  private readonly texts = new Map<string, string>();
  private readonly keys: { itemId: string; length: number; atMs: number; savedMs: number | null }[] = [];
  private readonly drafts: DraftBuffer;
  private seq = 0;
  readonly queue: Promise<OperationQueue>;
  messages = 0;

  constructor(roundTripMs: () => number) {
    this.queue = OperationQueue.open({
      attemptId: "11111111-1111-7111-8111-111111111111", store: memoryQueueStore(), newOpId: newId, nowMs: Date.now, monotonicMs: () => performance.now(), random: () => 0.5,
      serverNowMs: () => Date.now(), endsSoon: () => false, savedWork: () => this.saved, epoch: () => 1, onStored: () => {}, onDropped: () => {}, onChange: () => {},
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      send: async (_, operations) => {
        this.messages++;
        await new Promise((resolve) => setTimeout(resolve, roundTripMs()));
        return { ok: true, serverNowMs: Date.now(), acknowledgements: operations.map(({ opId }): Acknowledgement => ({ opId, ok: true, seq: ++this.seq, atMs: Date.now() })) };
      },
      onAcknowledged: (operation, { atMs }) => {
        this.saved = applied(this.saved, operation, atMs);
        if (operation.kind !== "respond" || operation.response.interaction !== "extended-text") return;
        const { itemId, response } = operation;
        for (const key of this.keys) if (key.itemId === itemId && key.length <= response.text.length) key.savedMs ??= performance.now();
      },
    });
    this.drafts = new DraftBuffer((command, sinceMs) => void this.queue.then((queue) => queue.add(command, 1, sinceMs)), () => {});
  }

  press(itemId: string): void {
    const text = `${this.texts.get(itemId) ?? ""}x`;
    this.texts.set(itemId, text);
    this.keys.push({ itemId, length: text.length, atMs: performance.now(), savedMs: null });
    this.drafts.set(itemId, write(itemId, text));
  }

  /** How long each key took to be saved, and how long it was the last one of its text. */
  get delays(): { ms: number; lastForMs: number }[] {
    return this.keys.map(({ itemId, length, atMs, savedMs }) => {
      const next = this.keys.find((key) => key.itemId === itemId && key.length === length + 1);
      return { ms: (savedMs ?? Number.POSITIVE_INFINITY) - atMs, lastForMs: (next?.atMs ?? Number.POSITIVE_INFINITY) - atMs };
    });
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a text is saved", () => {
  it.each([20, 150, 450])("at most 2 s after its last key on a line of %i ms there and back, and not by a message for each key", async (roundTripMs) => {
    const desk = new Desk(() => roundTripMs);
    for (let key = 0; key < 25; key++) {
      desk.press("q1");
      await vi.advanceTimersByTimeAsync(80);
    }
    await vi.advanceTimersByTimeAsync(promisedMs);
    expect(desk.delays.at(-1)?.ms).toBeLessThanOrEqual(promisedMs);
    expect((await desk.queue).pending).toEqual([]);
    expect(desk.messages).toBe(1);
  });

  it("again and again while the typing goes on for a minute without a break, and at most 2 s after its end", async () => {
    const desk = new Desk(() => 200);
    for (let key = 0; key < 600; key++) {
      desk.press("q1");
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(promisedMs);
    expect(Math.max(...desk.delays.map(({ ms }) => ms))).toBeLessThanOrEqual(typingOnMs);
    expect(desk.delays.at(-1)?.ms).toBeLessThanOrEqual(promisedMs);
    expect(desk.messages).toBeLessThan(25);
  });

  it("as soon whatever the rhythm, in two fields at once, on a line that is not always as quick", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seededRandom(seed);
      const desk = new Desk(() => 20 + Math.floor(random() * 430));
      for (let key = 0; key < 150; key++) {
        desk.press(random() < 0.8 ? "q1" : "q2");
        await vi.advanceTimersByTimeAsync(random() < 0.9 ? 40 + Math.floor(random() * 500) : 1_000 + Math.floor(random() * 3_000));
      }
      await vi.advanceTimersByTimeAsync(promisedMs);
      const { delays } = desk;
      const late = delays.filter(({ ms, lastForMs }) => ms > typingOnMs || (lastForMs >= promisedMs && ms > promisedMs));
      expect({ seed, late }).toEqual({ seed, late: [] });
    }
  });
});
