import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lateWorkCounts, noticeMs, type LateWork } from "./late-work.rules.ts";

const minute = 60_000;
const deadlineMs = 60 * minute;
/** Down from minute 50 on, back at minute 65. */
const contacts = [
  { openedMs: 0, endedMs: 50 * minute },
  { openedMs: 65 * minute, endedMs: 66 * minute },
];
const base: LateWork = { madeAtMs: 55 * minute, receivedAtMs: 65 * minute, deadlineMs, offlineWindowMs: 30 * minute, contacts };

describe("[J7] what arrives after the deadline", () => {
  it.each<[string, Partial<LateWork>, string]>([
    ["counts when it was made in time while the line was down", {}, "counts"],
    ["counts when it was made at the deadline itself", { madeAtMs: deadlineMs }, "counts"],
    ["counts when it was made in the seconds before the silence was noticed", { madeAtMs: 50 * minute - noticeMs }, "counts"],
    ["does not count when the assessment grants no time", { offlineWindowMs: 0 }, "no-offline-window"],
    ["does not count when nobody says when it was made", { madeAtMs: null }, "time-unknown"],
    ["does not count when it was made late", { madeAtMs: deadlineMs + 1 }, "made-late"],
    ["does not count when it came too late", { receivedAtMs: 90 * minute + 1 }, "outside-window"],
    ["counts at the last moment of the window", { receivedAtMs: 90 * minute }, "counts"],
    ["does not count when the line was up", { madeAtMs: 40 * minute }, "line-was-up"],
    ["does not count when the line came back in time", { contacts: [...contacts, { openedMs: 58 * minute, endedMs: 59 * minute }] }, "line-was-up"],
    ["does not count when the line never failed", { contacts: [{ openedMs: 0, endedMs: 66 * minute }] }, "line-was-up"],
    ["counts when there was no contact at all since", { contacts: [] }, "counts"],
  ])("%s", (_, change, expected) => {
    const verdict = lateWorkCounts({ ...base, ...change });
    expect(verdict.ok ? "counts" : verdict.refusal).toBe(expected);
  });

  it("never counts more for more contact", () => {
    const contact = fc.record({ openedMs: fc.integer({ min: 0, max: deadlineMs }), endedMs: fc.integer({ min: 0, max: 2 * deadlineMs }) });
    fc.assert(
      fc.property(fc.array(contact), contact, fc.integer({ min: 0, max: deadlineMs }), (some, more, madeAtMs) => {
        const counts = (given: LateWork["contacts"]) => lateWorkCounts({ ...base, madeAtMs, contacts: given }).ok;
        expect(counts([...some, more]) && !counts(some)).toBe(false);
      }),
    );
  });
});
