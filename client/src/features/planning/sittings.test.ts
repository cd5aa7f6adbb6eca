import { describe, expect, it } from "vitest";
import { bodyOf, faultsOf, formOf, neededMinutes, nextSitting, proposedEnd, shifted, type SittingForm, toInstant, toLocal, windowMinutes, zones } from "./sittings.rules.ts";

const instrument = (versionId: string, minutes: number) => ({ versionId, durationSeconds: minutes * 60, code: versionId, kind: "test" as const, title: versionId, version: 1, summary: "", competencies: [] });
const instruments = [instrument("t", 45), instrument("b", 90)];
const good: SittingForm = { key: "1", id: undefined, title: "Sesi pagi", place: " Aula ", start: "2026-11-24T08:00", end: "2026-11-24T11:00", timeZone: "Asia/Jakarta", proctorStarts: false, entryClosesMinutes: "", safeExamBrowser: false, instrumentVersionIds: ["t", "b"] };

describe("times", () => {
  it.each([
    ["Asia/Jakarta", "2026-11-24T02:00:00.000Z"],
    ["Asia/Makassar", "2026-11-24T01:00:00.000Z"],
    ["Asia/Jayapura", "2026-11-24T00:00:00.000Z"],
  ] as const)("nine o'clock in %s is %s", (zone, instant) => {
    expect(toInstant("2026-11-24T09:00", zone)).toBe(instant);
    expect(toLocal(instant, zone)).toBe("2026-11-24T09:00");
  });

  it("agree with the zone database", () => {
    for (const zone of zones) {
      const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(new Date("2026-06-30T20:15:00Z"));
      expect(toLocal("2026-06-30T20:15:00Z", zone)).toBe(shown.replace(" ", "T"));
    }
  });

  it("an empty or half-filled input is no time", () => {
    expect(toInstant("", "Asia/Jakarta")).toBeUndefined();
    expect(toInstant("2026-11-24", "Asia/Jakarta")).toBeUndefined();
    expect(windowMinutes({ ...good, end: "" })).toBeUndefined();
  });

  it("seconds that some browsers add are left out", () => expect(toInstant("2026-11-24T09:00:00", "Asia/Jakarta")).toBe("2026-11-24T02:00:00.000Z"));
});

describe("conversion", () => {
  it("a saved sitting comes back as it was", () => {
    const saved = { id: "s", title: "Sesi 1", place: null, windowStart: "2026-11-24T01:00:00.000Z", windowEnd: "2026-11-24T04:00:00.000Z", timeZone: "Asia/Makassar" as const, proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: true, instrumentVersionIds: ["b", "t"] };
    expect(bodyOf(formOf([saved]))).toEqual([saved]);
  });

  it("forgets instruments that were taken out of the assessment", () => {
    const saved = { id: "s", title: "Sesi 1", place: null, windowStart: "2026-11-24T01:00:00.000Z", windowEnd: "2026-11-24T04:00:00.000Z", timeZone: "Asia/Jakarta" as const, proctorStarts: false, entryClosesMinutes: null, safeExamBrowser: false, instrumentVersionIds: ["gone", "t"] };
    expect(formOf([saved], instruments)[0]?.instrumentVersionIds).toEqual(["t"]);
  });

  it("a new one has no id, and what is empty is absent", () => {
    const [sent] = bodyOf([{ ...good, place: "  " }]);
    expect(sent).not.toHaveProperty("id");
    expect(sent).toMatchObject({ place: null, windowStart: "2026-11-24T01:00:00.000Z", instrumentVersionIds: ["t", "b"] });
  });
});

describe("faults", () => {
  it.each([
    ["nothing", {}, []],
    ["a window exactly as long as its instruments", { end: "2026-11-24T10:15" }, []],
    ["one minute too little", { end: "2026-11-24T10:14" }, ["too-short"]],
    ["an end before the start", { end: "2026-11-24T07:00" }, ["backwards"]],
    ["no times", { start: "", end: "" }, ["start", "end"]],
    ["no title", { title: " ab " }, ["title"]],
    ["no instruments", { instrumentVersionIds: [] }, ["instruments"]],
  ] as const)("%s", (_name, change, faults) => expect([...faultsOf({ ...good, ...change, instrumentVersionIds: "instrumentVersionIds" in change ? [...change.instrumentVersionIds] : good.instrumentVersionIds }, instruments)]).toEqual(faults));

  it("sums the instruments of the sitting only", () => {
    expect(neededMinutes(["b"], instruments)).toBe(90);
    expect(neededMinutes([], instruments)).toBe(0);
  });
});

describe("proposals", () => {
  it("an end leaves half an hour and is a quarter of an hour", () => {
    expect(proposedEnd("2026-11-24T08:00", 135)).toBe("2026-11-24T10:45");
    expect(proposedEnd("2026-11-24T08:00", 50)).toBe("2026-11-24T09:30");
    expect(proposedEnd("2026-11-24T23:30", 45)).toBe("2026-11-25T00:45");
    expect(proposedEnd("", 45)).toBe("");
  });

  it("a further sitting is the day after, in the same place, with what is left", () => {
    const first = nextSitting([], instruments, { key: "1", title: "Sesi 1", today: "2026-11-23", timeZone: "Asia/Makassar" });
    expect(first).toMatchObject({ start: "2026-11-24T08:00", timeZone: "Asia/Makassar", instrumentVersionIds: ["t", "b"] });
    const second = nextSitting([{ ...good, instrumentVersionIds: ["t"] }], instruments, { key: "2", title: "Sesi 2", today: "2026-11-23", timeZone: "Asia/Makassar" });
    expect(second).toMatchObject({ start: "2026-11-25T08:00", end: "2026-11-25T10:00", timeZone: "Asia/Jakarta", place: " Aula ", instrumentVersionIds: ["b"] });
    expect([...faultsOf(second, instruments)]).toEqual([]);
  });

  it("forms have a sitting of their own, for two weeks and with nobody who watches", () => {
    const withForm = [...instruments, { ...instrument("f", 1), kind: "form" as const, durationSeconds: null }];
    const given = { key: "1", title: "Sesi", today: "2026-11-23", timeZone: "Asia/Jakarta" as const };
    expect(nextSitting([], withForm, given).instrumentVersionIds).toEqual(["t", "b"]);
    const forms = nextSitting([{ ...good, instrumentVersionIds: ["t", "b"], proctorStarts: true, safeExamBrowser: true }], withForm, given);
    expect(forms).toMatchObject({ start: "2026-11-25T08:00", end: "2026-12-09T16:00", proctorStarts: false, safeExamBrowser: false, instrumentVersionIds: ["f"] });
    expect([...faultsOf(forms, withForm)]).toEqual([]);
  });

  it("order moves by one and stops at the ends", () => {
    expect(shifted(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(shifted(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
    expect(shifted(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  });
});
