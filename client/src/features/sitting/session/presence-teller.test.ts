import type { PresenceBody } from "@kompeten/shared/contracts/presence";
import { beforeEach, expect, it } from "vitest";
import { PresenceTeller } from "./presence-teller.ts";

let nowMs: number;
let where: "here" | "hidden" | "blurred";
let told: PresenceBody[];
let taken: boolean;
let teller: PresenceTeller;
beforeEach(() => {
  [nowMs, where, told, taken] = [1_000_000, "here", [], true];
  let ids = 0;
  teller = new PresenceTeller({
    tell: async (body) => {
      told.push(body);
      nowMs += 80;
      return taken;
    },
    newId: () => `id-${++ids}`,
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    where: () => where,
  });
});

async function beatFor(ms: number, unsaved = 0): Promise<void> {
  for (const end = nowMs + ms; nowMs < end; nowMs += 500) {
    teller.beat(unsaved);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

it("[P2] tells when something changes, at most every two seconds, and every twenty when nothing does", async () => {
  await beatFor(10_000);
  expect(told).toEqual([{ roundTripMs: null, unsaved: 0, awaySinceMs: null, events: [] }]);
  await beatFor(4_500, 3);
  expect(told.slice(1)).toEqual([{ roundTripMs: 80, unsaved: 3, awaySinceMs: null, events: [] }]);
  await beatFor(40_000, 3);
  expect(told).toHaveLength(4);
});

it("[P3] notes when the page went out of sight and came back, but no blink", async () => {
  await beatFor(3_000);
  where = "blurred";
  await beatFor(500);
  where = "here";
  await beatFor(3_000);
  expect(told.flatMap(({ events }) => events)).toEqual([]);
  const leftMs = nowMs;
  where = "hidden";
  await beatFor(6_000);
  expect(told.at(-1)).toMatchObject({ awaySinceMs: leftMs });
  where = "here";
  await beatFor(6_000);
  expect(told.flatMap(({ events }) => events)).toMatchObject([{ kind: "away", cause: "hidden", atMs: leftMs }, { kind: "back", cause: "hidden" }]);
  expect(told.at(-1)).toMatchObject({ awaySinceMs: null });
});

it("[P3] tells an event again, with the same id, until it is taken", async () => {
  taken = false;
  where = "hidden";
  await beatFor(8_000);
  taken = true;
  await beatFor(4_000);
  const ids = told.flatMap(({ events }) => events.map(({ eventId }) => eventId));
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(1);
  const count = told.length;
  await beatFor(10_000);
  expect(told).toHaveLength(count);
});
