import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "./attempt-state.ts";
import { decide, evolve, evolveOwn, fold, ownAttempt } from "./attempt.ts";
import type { Command } from "./command.ts";
import type { Action, Entry } from "./entry.ts";
import type { Refusal } from "./refusal.ts";
import { noWork } from "./work.ts";

const minute = 60_000;
const opening = Date.UTC(2026, 10, 23, 1, 0);
const notice = "0190a0a0-0000-7000-8000-000000000001";
const prepare = { kind: "prepare", limitMs: 60 * minute, windowStartMs: opening, windowEndMs: opening + 180 * minute, seed: 7, noticeId: notice } as const satisfies Command;
const acknowledge = { kind: "acknowledge-notice", noticeId: notice } as const;
const respond = { kind: "respond", itemId: "v01", response: { interaction: "choice", optionId: "a" } } as const;
const act = (action: { actionId: string; [member: string]: unknown }): Command => ({ kind: "act", action: { documentId: "d01", ...action } as Action });

/** A journal in memory: what the database does to the machine's decisions, replays included (J3). */
class Journal {
  attempt: Attempt | null = null;
  readonly entries: Entry[] = [];
  private readonly seqs = new Map<string, number>();

  send(command: Command, nowMs: number, opId = `op-${this.entries.length}-${nowMs}`): number | Refusal {
    const known = this.seqs.get(opId);
    if (known !== undefined) return known;
    const decided = decide(this.attempt, command, nowMs);
    if (!decided.ok) return decided.refusal;
    const entry: Entry = { ...decided.value, seq: this.entries.length + 1, atMs: nowMs };
    this.entries.push(entry);
    this.attempt = evolve(this.attempt, entry);
    this.seqs.set(opId, entry.seq);
    return entry.seq;
  }
}

function journalOf(...sent: [Command, number][]): Journal {
  const journal = new Journal();
  for (const [command, atMinute] of sent) journal.send(command, opening + atMinute * minute);
  return journal;
}
const running = () => journalOf([prepare, -60], [acknowledge, 0], [{ kind: "start" }, 1]);

describe("an attempt, scenario by scenario", () => {
  it.each<[string, Journal, Command, number, number | Refusal]>([
    ["nothing before it is prepared", new Journal(), { kind: "start" }, 0, "not-found"],
    ["prepared only once", journalOf([prepare, -60]), prepare, 0, "already-started"],
    ["no start without the notice", journalOf([prepare, -60]), { kind: "start" }, 1, "notice-not-acknowledged"],
    ["no other notice than its own", journalOf([prepare, -60]), { kind: "acknowledge-notice", noticeId: "another" }, 1, "wrong-notice"],
    ["no notice needed where there is none", journalOf([{ ...prepare, noticeId: null }, -60]), { kind: "start" }, 1, 2],
    ["no start before the window", journalOf([prepare, -60], [acknowledge, -2]), { kind: "start" }, -1, "outside-window"],
    ["a start at the window's first moment", journalOf([prepare, -60], [acknowledge, -2]), { kind: "start" }, 0, 3],
    ["no start at the window's end", journalOf([prepare, -60], [acknowledge, 0]), { kind: "start" }, 180, "outside-window"],
    ["no response before the start", journalOf([prepare, -60], [acknowledge, 0]), respond, 1, "not-started"],
    ["no second start", running(), { kind: "start" }, 2, "already-started"],
    ["a response while it runs", running(), respond, 2, 4],
    ["a response at the deadline itself", running(), respond, 61, 4],
    ["no response after the deadline", running(), respond, 61.001, "late"],
    ["no hand-in after the deadline", running(), { kind: "submit" }, 61.001, "deadline-passed"],
    ["no expiry before the deadline", running(), { kind: "expire" }, 60, "not-ready"],
    ["no withdrawal of an action never made", running(), act({ actionId: "x", type: "withdraw" }), 2, "unknown-action"],
    ["[R7] no end of what has not begun", journalOf([prepare, -60], [acknowledge, 0]), { kind: "end", reason: "…" }, 1, "not-started"],
    ["[R7] no end past the deadline", running(), { kind: "end", reason: "…" }, 61.001, "deadline-passed"],
    ["no resumption without a pause", running(), { kind: "resume", reason: "…" }, 2, "already-started"],
  ])("%s", (_, journal, command, atMinute, expected) => expect(journal.send(command, opening + atMinute * minute)).toBe(expected));

  it("[T1] moves the deadline by accommodation, extension and pause, before and after the start", () => {
    const journal = journalOf([prepare, -60], [acknowledge, 0], [{ kind: "accommodate", ms: 15 * minute, reason: "low vision" }, 0], [{ kind: "start" }, 0]);
    expect(journal.attempt).toMatchObject({ deadlineMs: opening + 75 * minute });
    journal.send({ kind: "extend", ms: 10 * minute, reason: "power cut" }, opening + 5 * minute);
    expect(journal.attempt).toMatchObject({ deadlineMs: opening + 85 * minute });
    journal.send({ kind: "pause", reason: "fire alarm" }, opening + 20 * minute);
    expect(journal.attempt).toMatchObject({ pausedSinceMs: opening + 20 * minute, deadlineMs: opening + 180 * minute });
    expect(journal.send(respond, opening + 21 * minute)).toBe("paused");
    journal.send({ kind: "resume", reason: "all clear" }, opening + 50 * minute);
    expect(journal.attempt).toMatchObject({ pausedSinceMs: null, deadlineMs: opening + 115 * minute });
  });

  it("[T3] ends an expired attempt at its deadline, however late that is noticed", () => {
    const journal = running();
    journal.send({ kind: "expire" }, opening + 100 * minute);
    expect(journal.attempt).toMatchObject({ state: "closed", reason: "expired", closedAtMs: opening + 61 * minute });
  });

  it("[R7] ends where a proctor ends it, in a pause too, for good, with all that was acknowledged", () => {
    for (const isPaused of [false, true]) {
      const journal = running();
      journal.send(respond, opening + 2 * minute);
      if (isPaused) journal.send({ kind: "pause", reason: "…" }, opening + 3 * minute);
      journal.send({ kind: "end", reason: "Membawa catatan" }, opening + 4 * minute);
      expect(journal.attempt).toMatchObject({ state: "closed", reason: "ended", closedAtMs: opening + 4 * minute, work: { responses: { v01: { optionId: "a" } } } });
      for (const command of [respond, { kind: "submit" }, { kind: "resume", reason: "…" }, { kind: "extend", ms: 1, reason: "…" }, { kind: "end", reason: "…" }] as const) expect(journal.send(command, opening + 5 * minute)).toBe("closed");
    }
  });

  it("keeps in-basket actions in order, edits and withdrawals told apart", () => {
    const journal = running();
    journal.send(act({ actionId: "one", type: "reply", to: "o02", text: "Setuju" }), opening + 2 * minute);
    journal.send(act({ actionId: "two", type: "file", reason: null }), opening + 3 * minute);
    journal.send(act({ actionId: "one", type: "reply", to: "o02", text: "Tidak setuju" }), opening + 4 * minute);
    journal.send(act({ actionId: "two", type: "withdraw" }), opening + 5 * minute);
    expect(journal.attempt?.state === "running" && journal.attempt.work.actions).toEqual([
      { actionId: "one", documentId: "d01", content: { type: "reply", to: "o02", text: "Tidak setuju" }, firstAtMs: opening + 2 * minute, lastAtMs: opening + 4 * minute, revisions: 1, withdrawn: false },
      { actionId: "two", documentId: "d01", content: { type: "file", reason: null }, firstAtMs: opening + 3 * minute, lastAtMs: opening + 5 * minute, revisions: 0, withdrawn: true },
    ]);
  });
});

const ms = fc.integer({ min: 1, max: 30 * minute });
const itemId = fc.constantFrom("v01", "v02", "v03");
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constant(prepare),
  fc.constant(acknowledge),
  fc.constant<Command>({ kind: "start" }),
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("respond" as const), itemId, response: fc.record({ interaction: fc.constant("choice" as const), optionId: fc.constantFrom("a", "b", null) }) }) },
  fc.record({ kind: fc.constant("flag" as const), itemId, flagged: fc.boolean() }),
  fc.record({ kind: fc.constant("visit" as const), itemId }),
  fc.record({ actionId: fc.constantFrom("one", "two"), type: fc.constantFrom("note", "withdraw"), text: fc.constant("…") }).map((action) => act(action as never)),
  fc.record({ kind: fc.constantFrom("extend" as const, "accommodate" as const), ms, reason: fc.constant("reason") }),
  fc.record({ kind: fc.constantFrom("pause" as const, "resume" as const), reason: fc.constant("reason") }),
  fc.record({ kind: fc.constant("end" as const), reason: fc.constant("reason") }),
  fc.constant<Command>({ kind: "expire" }),
  fc.constant<Command>({ kind: "submit" }),
);
/** Commands with the time that passes before each; begins prepared and noticed, so that most runs get somewhere. */
const anyRun = fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 12 * minute })), { maxLength: 40 });

function play(run: [Command, number][], each: (journal: Journal, command: Command, nowMs: number, answer: number | Refusal, before: Attempt | null) => void): Journal {
  const journal = journalOf([prepare, -1], [acknowledge, 0]);
  let nowMs = opening;
  for (const [command, passed] of run) {
    nowMs += passed;
    const before = journal.attempt;
    each(journal, command, nowMs, journal.send(command, nowMs), before);
  }
  return journal;
}

describe("an attempt, whatever happens to it", () => {
  it("[J4] numbers its entries without a gap", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { entries } = play(run, () => {});
        expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
      }),
    );
  });

  it("[J1] is the fold of its journal", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        play(run, (journal) => {
          expect(fold(journal.entries)).toEqual(journal.attempt);
        });
      }),
    );
  });

  it("[J1] goes on in its place as it does by copies, and what was copied stays as it was", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { entries } = play(run, () => {});
        let own: Attempt | null = null;
        let copied: Attempt | null = null;
        for (const entry of entries) {
          const before: Attempt | null = copied;
          const words = JSON.stringify(before);
          copied = evolve(before, entry);
          const taken: Attempt | null = own && ownAttempt(own);
          own = evolveOwn(own, entry);
          expect(own).toEqual(copied);
          if (taken) expect(JSON.stringify(taken)).toBe(words);
          expect(JSON.stringify(before)).toBe(words);
        }
        expect(noWork).toEqual({ responses: {}, flagged: [], visited: [], actions: [] });
      }),
    );
  });

  it("stays closed once it is", () => {
    fc.assert(
      fc.property(anyRun, (run) => void
        play(run, (journal, _command, _now, answer, before) => {
          if (before?.state !== "closed") return;
          expect(answer).toBe("closed");
          expect(journal.attempt).toEqual(before);
        }),
      ),
    );
  });

  it("[T2] applies no work after the deadline or while paused", () => {
    fc.assert(
      fc.property(anyRun, (run) => void
        play(run, (_journal, command, nowMs, answer, before) => {
          if (typeof answer !== "number" || before?.state !== "running" || !["respond", "flag", "visit", "act"].includes(command.kind)) return;
          expect(nowMs).toBeLessThanOrEqual(before.deadlineMs);
          expect(before.pausedSinceMs).toBeNull();
        }),
      ),
    );
  });

  it("[T1] never runs past its window, and its deadline never moves back but by the end of a pause", () => {
    fc.assert(
      fc.property(anyRun, (run) => void
        play(run, (journal, command, _now, _answer, before) => {
          if (journal.attempt?.state !== "running") return;
          expect(journal.attempt.deadlineMs).toBeLessThanOrEqual(prepare.windowEndMs);
          const atLeastMs = before?.state === "running" && command.kind !== "resume" ? before.deadlineMs : 0;
          expect(journal.attempt.deadlineMs).toBeGreaterThanOrEqual(atLeastMs);
        }),
      ),
    );
  });

  it("[J3] answers a replay as the first time and does not change by it", () => {
    fc.assert(
      fc.property(anyRun, fc.infiniteStream(fc.integer({ min: 0, max: 40 })), (run, picks) => {
        const sent: [Command, string, number][] = [];
        const journal = journalOf([prepare, -1], [acknowledge, 0]);
        let nowMs = opening;
        for (const [index, [command, passed]] of run.entries()) {
          nowMs += passed;
          const first = journal.send(command, nowMs, `run-${index}`);
          if (typeof first === "number") sent.push([command, `run-${index}`, first]);
          const again = sent[picks.next().value % Math.max(1, sent.length)];
          if (!again) continue;
          const before = journal.attempt;
          expect(journal.send(again[0], nowMs + 1, again[1])).toBe(again[2]);
          expect(journal.attempt).toBe(before);
        }
      }),
    );
  });

  it("[J4] refuses to fold a journal with a gap, a double or a wrong beginning", () => {
    const { entries } = running();
    expect(() => fold(entries.slice(1))).toThrow(/J4/);
    expect(() => fold([...entries, entries[2] as Entry])).toThrow(/J4/);
    expect(() => fold([{ ...(entries[1] as Entry), seq: 1 }])).toThrow(/begins with prepared/);
  });
});
