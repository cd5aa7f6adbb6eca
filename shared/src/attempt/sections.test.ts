import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "./attempt-state.ts";
import { decide, evolve, fold } from "./attempt.ts";
import type { Command } from "./command.ts";
import type { Entry } from "./entry.ts";
import type { Refusal } from "./refusal.ts";
import { itemSpan, sectionEnd, type SectionPlan, sectionPlanOf, sectionsAt } from "./sections.ts";
import type { TestPaper } from "../paper/paper.ts";

const minute = 60_000;
const opening = Date.UTC(2026, 10, 23, 1, 0);
const at = (atMinute: number) => opening + atMinute * minute;
const plan: SectionPlan[] = [
  { id: "a", limitMs: 10 * minute, forwardOnly: false, itemIds: ["a1", "a2"] },
  { id: "b", limitMs: 20 * minute, forwardOnly: true, itemIds: ["b1", "b2", "b3"] },
  { id: "c", limitMs: null, forwardOnly: false, itemIds: ["c1"] },
];
const prepare = { kind: "prepare", limitMs: 60 * minute, windowStartMs: opening, windowEndMs: opening + 180 * minute, seed: 7, noticeId: null, sections: plan } as const satisfies Command;
const respond = (itemId: string) => ({ kind: "respond", itemId, response: { interaction: "choice", optionId: "a" } }) as const;
const open = (sectionId: string) => ({ kind: "open-section", sectionId }) as const;

class Journal {
  attempt: Attempt | null = null;
  readonly entries: Entry[] = [];

  send(command: Command, atMs: number): "ok" | Refusal {
    const decided = decide(this.attempt, command, atMs);
    if (!decided.ok) return decided.refusal;
    const entry: Entry = { ...decided.value, seq: this.entries.length + 1, atMs };
    this.entries.push(entry);
    this.attempt = evolve(this.attempt, entry);
    return "ok";
  }

  /** Which section is open at a minute, and how many minutes of it are left. */
  section(atMinute: number): [string | undefined, number | null] {
    if (this.attempt?.state !== "running" || !this.attempt.sections) return [undefined, null];
    const sections = sectionsAt(this.attempt.sections, at(atMinute));
    const endMs = sectionEnd(sections);
    return [sections.plan[sections.index]?.id, endMs === null ? null : (endMs - at(atMinute)) / minute];
  }
}

function journalOf(...sent: [Command, number][]): Journal {
  const journal = new Journal();
  for (const [command, atMinute] of [[prepare, -60], [{ kind: "start" }, 0], ...sent] as [Command, number][]) expect(journal.send(command, at(atMinute))).toBe("ok");
  return journal;
}

describe("[T7] sections taken one after the other", () => {
  it.each<[string, Journal, Command, number, "ok" | Refusal]>([
    ["work in the first", journalOf(), respond("a1"), 5, "ok"],
    ["at its last moment", journalOf(), respond("a1"), 10, "ok"],
    ["too late when its time has run out", journalOf(), respond("a1"), 10.001, "late"],
    ["the next one is open by then", journalOf(), respond("b1"), 10.001, "ok"],
    ["and by the time alone the one after it", journalOf(), respond("c1"), 30.001, "ok"],
    ["not before its time", journalOf(), respond("b1"), 5, "does-not-fit"],
    ["but a clock that is a little ahead is forgiven", journalOf(), respond("b1"), 9.95, "ok"],
    ["left early", journalOf(), open("b"), 5, "ok"],
    ["never one over another", journalOf(), open("c"), 5, "does-not-fit"],
    ["never one that is not there", journalOf(), open("x"), 5, "does-not-fit"],
    ["not again", journalOf([open("b"), 5]), open("b"), 6, "already-started"],
    ["nor back", journalOf([open("b"), 5]), open("a"), 6, "already-started"],
    ["nor what the time has opened", journalOf(), open("b"), 11, "already-started"],
    ["no work where one has left", journalOf([open("b"), 5]), respond("a1"), 5.1, "late"],
    ["nor in the moment one leaves", journalOf([open("b"), 5]), respond("a1"), 5, "late"],
    ["a flag neither", journalOf([open("b"), 5]), { kind: "flag", itemId: "a1", flagged: true }, 6, "late"],
    ["in a pause nothing is opened", journalOf([{ kind: "pause", reason: "…" }, 5]), open("b"), 6, "paused"],
    ["a pause is no lateness", journalOf([{ kind: "pause", reason: "…" }, 5]), respond("a1"), 50, "paused"],
    ["after the end nothing is opened", journalOf([open("b"), 5]), open("c"), 60.5, "deadline-passed"],
    ["items in any order where navigation is free", journalOf([{ kind: "visit", itemId: "a2" }, 1]), respond("a1"), 2, "ok"],
    ["no item gone back to where it is forward-only", journalOf([open("b"), 5], [{ kind: "visit", itemId: "b2" }, 6]), respond("b1"), 7, "late"],
    ["the item at hand, and later ones", journalOf([open("b"), 5], [{ kind: "visit", itemId: "b2" }, 6]), respond("b2"), 7, "ok"],
  ])("%s", (_, journal, command, atMinute, expected) => expect(journal.send(command, at(atMinute))).toBe(expected));

  it("gives a pause and an extension to the section that is open [T1]", () => {
    const journal = journalOf([{ kind: "extend", ms: 4 * minute, reason: "…" }, 3]);
    expect(journal.section(3)).toEqual(["a", 11]);
    journal.send({ kind: "pause", reason: "…" }, at(10));
    journal.send({ kind: "resume", reason: "…" }, at(40));
    expect(journal.section(40)).toEqual(["a", 4]);
    expect(journal.section(45)).toEqual(["b", 19]);
    journal.send({ kind: "extend", ms: 5 * minute, reason: "…" }, at(46));
    expect(journal.section(46)).toEqual(["b", 23]);
  });

  it("gives what was granted before the start to every section in proportion [T1]", () => {
    const journal = new Journal();
    for (const [command, atMinute] of [[prepare, -60], [{ kind: "accommodate", ms: 30 * minute, reason: "…" }, -1], [{ kind: "start" }, 0]] as [Command, number][]) journal.send(command, at(atMinute));
    expect(journal.section(0)).toEqual(["a", 15]);
    expect(journal.section(16)).toEqual(["b", 29]);
  });

  it("lies open as a whole where no section asks for it", () => {
    const paper = { kind: "test", sections: [{ id: "a", items: [{ id: "a1" }] }, { id: "b", navigation: "free", items: [{ id: "b1" }] }] } as unknown as TestPaper;
    expect(sectionPlanOf(paper)).toBeUndefined();
    expect(sectionPlanOf({ ...paper, sections: paper.sections.map((section, index) => (index === 0 ? { ...section, limitSeconds: 90 } : section)) })).toEqual([
      { id: "a", limitMs: 90_000, forwardOnly: false, itemIds: ["a1"] },
      { id: "b", limitMs: null, forwardOnly: false, itemIds: ["b1"] },
    ]);
  });
});

const anyItem = fc.constantFrom("a1", "a2", "b1", "b2", "b3", "c1");
const ms = fc.integer({ min: 1, max: 15 * minute });
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: anyItem.map(respond) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("visit" as const), itemId: anyItem }) },
  { weight: 2, arbitrary: fc.constantFrom("a", "b", "c").map(open) },
  fc.record({ kind: fc.constantFrom("extend" as const, "accommodate" as const), ms, reason: fc.constant("reason") }),
  fc.record({ kind: fc.constantFrom("pause" as const, "resume" as const), reason: fc.constant("reason") }),
);
const anyRun = fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 6 * minute })), { maxLength: 40 });

function play(run: [Command, number][], each: (given: { journal: Journal; command: Command; nowMs: number; answer: "ok" | Refusal; before: Attempt | null }) => void): void {
  const journal = journalOf();
  let nowMs = opening;
  for (const [command, passed] of run) {
    nowMs += passed;
    const before = journal.attempt;
    each({ journal, command, nowMs, answer: journal.send(command, nowMs), before });
  }
}
const placeOf = (itemId: string) => plan.findIndex(({ itemIds }) => itemIds.includes(itemId));
const openAt = (attempt: Attempt | null, nowMs: number) => (attempt?.state === "running" && attempt.sections ? sectionsAt(attempt.sections, attempt.pausedSinceMs ?? nowMs).index : -1);

describe("[T7] sections, whatever happens", () => {
  it("are never opened again, and never one passed over without its time", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        let furthest = 0;
        play(run, ({ journal, nowMs }) => {
          const now = openAt(journal.attempt, nowMs);
          expect(now).toBeGreaterThanOrEqual(furthest);
          furthest = now;
        });
      }),
    );
  });

  it("take work for the open one alone", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        play(run, ({ command, nowMs, answer, before }) => {
          if (answer !== "ok" || (command.kind !== "respond" && command.kind !== "visit")) return;
          expect([openAt(before, nowMs), openAt(before, nowMs + 5_000)]).toContain(placeOf(command.itemId));
        });
      }),
    );
  });

  it("take no work for an item of a forward-only one after a later item was opened", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const seen: string[] = [];
        play(run, ({ command, answer }) => {
          if (answer !== "ok" || (command.kind !== "respond" && command.kind !== "visit")) return;
          if (placeOf(command.itemId) !== 1) return;
          expect(seen.every((earlier) => earlier <= command.itemId)).toBe(true);
          if (command.kind === "visit") seen.push(command.itemId);
        });
      }),
    );
  });

  it("follow from the journal alone [J1]", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        play(run, ({ journal }) => {
          expect(fold(journal.entries)).toEqual(journal.attempt);
        });
      }),
    );
  });

  it("give each section at least its time, unless it is left", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        play(run, ({ journal: { attempt }, nowMs }) => {
          if (attempt?.state !== "running" || !attempt.sections) return;
          const { ended } = sectionsAt(attempt.sections, nowMs);
          const lastedMs = ended.map(({ atMs, ranOut }, index) => (ranOut ? atMs - (ended[index - 1]?.atMs ?? opening) : Number.POSITIVE_INFINITY));
          expect(lastedMs.every((lasted, index) => lasted >= (plan[index]?.limitMs ?? 0))).toBe(true);
        });
      }),
    );
  });

  it("know of an item from when to when it is open, before it is", () => {
    const attempt = journalOf().attempt;
    if (attempt?.state !== "running" || !attempt.sections) throw new Error("not running");
    expect(itemSpan(attempt.sections, [], "b1")).toEqual({ fromMs: at(10), end: { atMs: at(30), ranOut: true } });
    expect(itemSpan(attempt.sections, [], "c1")).toEqual({ fromMs: at(30), end: null });
    expect(itemSpan(attempt.sections, [], "elsewhere")).toBeNull();
  });
});
