import { describe, expect, it, vi } from "vitest";
import type { UnitOfWork } from "../platform/index.ts";
import { Looks, type Looker } from "./looks.ts";

/** Runs the work; says in how many units. */
function newUnits() {
  let count = 0;
  const run = async (_: unknown, work: () => Promise<unknown>) => (count++, work());
  return { units: { run } as unknown as UnitOfWork, opened: () => count };
}

async function looked(lookers: Looker[]) {
  vi.useFakeTimers();
  const { units, opened } = newUnits();
  const looks = new Looks(units);
  vi.spyOn(looks["logger"], "warn").mockImplementation(() => {});
  for (const looker of lookers) looks.add(looker);
  looks.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(1_000);
  await looks.beforeApplicationShutdown();
  vi.useRealTimers();
  return opened();
}

describe("[T4] [P1] looks", () => {
  it("are one unit of work for all who look in an agency, and another for another agency", async () => {
    const told: string[] = [];
    const looker = (name: string, agencies: string[]): Looker => ({ agencies: () => agencies, look: async (agencyId) => () => void told.push(`${name} of ${agencyId}`) });
    expect(await looked([looker("audience", ["a", "b"]), looker("room", ["a"])])).toBe(2);
    expect(told).toEqual(["audience of a", "room of a", "audience of b"]);
  });

  it("of one fail alone", async () => {
    const told: string[] = [];
    const sound: Looker = { agencies: () => ["a"], look: async () => () => void told.push("sound") };
    const broken: Looker = { agencies: () => ["a"], look: () => Promise.reject(new Error("no such column")) };
    const untold: Looker = { agencies: () => ["a"], look: async () => () => Promise.reject(new Error("gone")) };
    await looked([broken, untold, sound]);
    expect(told).toEqual(["sound"]);
  });
});
