import { describe, expect, it } from "vitest";
import { seededRandom } from "@kompeten/shared/kernel";
import { ClientLog } from "./client-log.ts";
import { FrameCutter, isMessage } from "./frames.ts";
import { recovery, type Outage } from "./recovery.ts";
import { calmEndMs, schedule } from "./schedule.ts";

function frame(text: string, masked: boolean): Buffer {
  const payload = Buffer.from(text);
  const length = payload.length < 126 ? Buffer.from([payload.length]) : payload.length < 65_536 ? Buffer.from([126, payload.length >> 8, payload.length & 255]) : Buffer.concat([Buffer.from([127]), bigEndian(payload.length)]);
  length[0] = (length[0] as number) | (masked ? 0x80 : 0);
  const mask = Buffer.from([1, 2, 3, 4]);
  if (masked) for (let index = 0; index < payload.length; index++) payload[index] = (payload[index] as number) ^ (mask[index % 4] as number);
  return Buffer.concat([Buffer.from([0x81]), length, ...(masked ? [mask] : []), payload]);
}
function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

describe("frames", () => {
  it("come out as they went in, however the bytes are cut", () => {
    const random = seededRandom(7);
    const texts = ["2", '42["attempt:append"]', "43" + "x".repeat(300), "42" + "y".repeat(70_000), "3"];
    const bytes = Buffer.concat(texts.map((text, index) => frame(text, index % 2 === 0)));
    const cutter = new FrameCutter();
    const found = [];
    for (let at = 0; at < bytes.length; ) {
      const size = 1 + Math.floor(random() * 5_000);
      found.push(...cutter.push(bytes.subarray(at, at + size)));
      at += size;
    }
    expect(found.map(({ payload }) => payload.toString())).toEqual(texts);
    expect(Buffer.concat(found.map((one) => one.bytes)).equals(bytes)).toBe(true);
    expect(found.map(isMessage)).toEqual([false, true, true, true, false]);
  });
});

describe("the schedule", () => {
  const extent = { seed: 42, seconds: 120, candidates: 50, apart: 1 };
  it("is the same for the same seed, and another for another", () => {
    expect(schedule(extent)).toEqual(schedule({ ...extent }));
    expect(schedule(extent)).not.toEqual(schedule({ ...extent, seed: 43 }));
  });

  it("has fewer faults the further they are apart", () => {
    const between = (apart: number) => 600_000 / schedule({ ...extent, seconds: 600, apart }).length;
    expect(between(4) / between(1)).toBeGreaterThan(3);
  });

  it("has every kind of fault, in the order of time, none near the end, and cuts of up to a minute", () => {
    const faults = schedule({ ...extent, seconds: 600 });
    expect(new Set(faults.map(({ fault }) => fault.kind)).size).toBe(9);
    expect(faults.map(({ atMs }) => atMs)).toEqual(faults.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    expect(faults.every(({ atMs }) => atMs <= 600_000 - calmEndMs)).toBe(true);
    const cuts = faults.flatMap(({ fault }) => (fault.kind === "line-cut" ? [fault.durationMs] : []));
    expect(Math.max(...cuts)).toBeGreaterThan(30_000);
    expect(Math.max(...cuts)).toBeLessThanOrEqual(60_000);
  });
});

describe("the recovery", () => {
  const logWith = (made: number[], acknowledged: number[]) => {
    const log = new ClientLog({ candidate: "P", attemptId: "a", accountId: "b" });
    for (const [index, tMs] of made.entries()) log.made.push({ operation: { opId: String(index), kind: "start" }, device: "d", epoch: 1, tMs, stored: true });
    for (const [index, tMs] of acknowledged.entries()) log.acknowledged.push({ opId: String(index), seq: index, atMs: 0, device: "d", tMs });
    return log;
  };
  const outage = (downMs: number, upMs: number, kind = "web-kill"): Outage => ({ kind, downMs, upMs, candidates: new Set(["P"]) });

  it("counts from the moment the servers are back, or from the next deed", () => {
    expect(recovery([outage(1_000, 2_000)], [logWith([1_500], [2_700])], 99_000).waits).toMatchObject([{ waitMs: 700 }]);
    expect(recovery([outage(1_000, 2_000)], [logWith([3_000], [3_100])], 99_000).waits).toMatchObject([{ waitMs: 100 }]);
  });

  it("counts what is too long of a wait beside all that fell into it", () => {
    const late = logWith([1_500], [9_500]);
    expect(recovery([outage(1_000, 2_000), outage(8_000, 8_100)], [late], 99_000).waits).toMatchObject([{ upMs: 2_000, waitMs: 6_000 }, { upMs: 8_100, waitMs: 1_400 }]);
    const disturbed = logWith([1_500], [19_000]);
    disturbed.disturbedMs.push(2_500);
    expect(recovery([outage(1_000, 2_000)], [disturbed], 99_000)).toMatchObject({ waits: [{ waitMs: 6_500 }], leftOut: 0 });
    const shorter = logWith([1_500], [17_000]);
    shorter.disturbedMs.push(2_500);
    expect(recovery([outage(1_000, 2_000)], [shorter], 99_000)).toEqual({ waits: [], leftOut: 1 });
  });

  it("leaves out a wait into which something else fell, and whom the fault did not hit", () => {
    const disturbed = logWith([1_500], [2_700]);
    disturbed.disturbedMs.push(2_500);
    expect(recovery([outage(1_000, 2_000)], [disturbed], 99_000)).toEqual({ waits: [], leftOut: 1 });
    expect(recovery([outage(1_000, 2_000), outage(2_100, 2_200, "database-stop")], [logWith([1_500], [2_700])], 99_000)).toMatchObject({ waits: [{ kind: "database-stop", waitMs: 500 }], leftOut: 1 });
    expect(recovery([{ ...outage(1_000, 2_000), candidates: new Set() }], [logWith([1_500], [2_700])], 99_000)).toEqual({ waits: [], leftOut: 0 });
  });
});
