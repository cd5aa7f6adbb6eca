import fc from "fast-check";
import { fold, type Command, decide, type Entry } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { lateFrom, lateWorkCounts, noticeMs, onItsWayMs, type LateWork } from "./late-work.rules.ts";

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
    ["counts when it was on its way as time ran out, though the line was up and no time is granted", { offlineWindowMs: 0, madeAtMs: deadlineMs - 40, receivedAtMs: deadlineMs + 60, contacts: [{ openedMs: 0, endedMs: deadlineMs + 60 }] }, "counts"],
    ["does not count when it took too long to have been on its way", { offlineWindowMs: 0, madeAtMs: deadlineMs - 40, receivedAtMs: deadlineMs + onItsWayMs + 1, contacts: [] }, "no-offline-window"],
    ["does not count when it was on its way and was made late", { offlineWindowMs: 0, madeAtMs: deadlineMs + 1, receivedAtMs: deadlineMs + 60, contacts: [] }, "made-late"],
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

describe("[T7] which deadline late work missed", () => {
  const plan = [
    { id: "a", limitMs: 10 * minute, forwardOnly: false, itemIds: ["a1"] },
    { id: "b", limitMs: null, forwardOnly: true, itemIds: ["b1", "b2"] },
  ];
  const attemptOf = (...sent: [Command, number][]) => {
    const entries: Entry[] = [];
    for (const [command, atMinute] of [[{ kind: "prepare", limitMs: deadlineMs, windowStartMs: 0, windowEndMs: 180 * minute, seed: 1, noticeId: null, sections: plan }, 0], [{ kind: "start" }, 0], ...sent] as [Command, number][]) {
      const decided = decide(fold(entries), command, atMinute * minute);
      if (decided.ok) entries.push({ ...decided.value, seq: entries.length + 1, atMs: atMinute * minute });
    }
    const attempt = fold(entries);
    if (!attempt || attempt.state === "waiting") throw new Error("not started");
    return attempt;
  };
  const deed = (itemId: string) => ({ kind: "flagged", body: { itemId, flagged: true } }) as const;
  const left: [Command, number] = [{ kind: "open-section", sectionId: "b" }, 5];
  it.each<[string, ReturnType<typeof attemptOf>, string, number | null]>([
    ["its section's, where that ran out before the test", attemptOf(), "a1", 10 * minute],
    ["the test's, where its section has none", attemptOf(left), "b2", deadlineMs],
    ["none that is forgiven, where the candidate left the section", attemptOf(left), "a1", null],
    ["nor where the candidate passed the item", attemptOf(left, [{ kind: "visit", itemId: "b2" }, 6]), "b1", null],
    ["the section's also after the test has ended", attemptOf([{ kind: "expire" }, 60]), "a1", 10 * minute],
  ])("%s", (_, attempt, itemId, expected) => expect(lateFrom(attempt, deed(itemId), deadlineMs)).toBe(expected));
});
