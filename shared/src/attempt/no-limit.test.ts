import { describe, expect, it } from "vitest";
import { type RowsItem, rowsItem } from "../paper/form.ts";
import { decide, evolve, fold } from "./attempt.ts";
import type { Command } from "./command.ts";
import { deadline } from "./deadline.ts";
import type { Entry } from "./entry.ts";
import { fits, gapsOf, isWhole } from "./fits.ts";

const hour = 3_600_000;
const day = 24 * hour;
const opening = Date.UTC(2026, 10, 26, 1);
const closing = opening + 7 * day;
const prepare = { kind: "prepare", limitMs: null, windowStartMs: opening, windowEndMs: closing, seed: 7, noticeId: null } as const satisfies Command;

/** Commands at their moments, in hours after the opening; what is refused leaves nothing. */
function after(...run: [Command, number][]) {
  const entries: Entry[] = [];
  const answers = run.map(([command, hours]) => {
    const atMs = opening + hours * hour;
    const decided = decide(fold(entries), command, atMs);
    if (decided.ok) entries.push({ ...decided.value, seq: entries.length + 1, atMs });
    return decided.ok ? "ok" : decided.refusal;
  });
  return { attempt: fold(entries), answers, entries };
}
const reason = "Sakit";
const begun: [Command, number][] = [[prepare, 0], [{ kind: "start" }, 1]];

describe("[T8] an attempt without a limit", () => {
  it("lasts until the window ends, whenever it was begun", () => {
    expect(after(...begun).attempt).toMatchObject({ state: "running", deadlineMs: closing });
    expect(after([prepare, 0], [{ kind: "start" }, 160]).attempt).toMatchObject({ deadlineMs: closing });
    expect(deadline({ startedAtMs: 0, limitMs: null, accommodationsMs: 9, extensionsMs: 9, pausedMs: 9 }, closing)).toBe(closing);
  });

  it("is worked on days later, and closed at the window's end and not before", () => {
    const work = { kind: "respond", itemId: "surel", response: { interaction: "text-entry", text: "a@b.id", unit: null } } as const satisfies Command;
    const { attempt, answers } = after(...begun, [work, 100], [{ kind: "expire" }, 167], [work, 169], [{ kind: "expire" }, 200]);
    expect(answers.slice(2)).toEqual(["ok", "not-ready", "late", "ok"]);
    expect(attempt).toMatchObject({ state: "closed", reason: "expired", closedAtMs: closing });
  });

  it("has nothing to pause, no share of a limit and nothing an outage took", () => {
    const outage = { fromMs: opening, toMs: opening + hour, spans: [{ fromMs: opening, toMs: opening + hour }] };
    const { attempt, answers } = after([prepare, 0], [{ kind: "accommodate", ms: hour, reason }, 0], [{ kind: "start" }, 1], [{ kind: "pause", reason }, 2], [{ kind: "accommodate", ms: hour, reason }, 2], [{ kind: "extend", ms: hour, reason, outage }, 2]);
    expect(answers).toEqual(["ok", "no-limit", "ok", "no-limit", "no-limit", "no-limit"]);
    expect(attempt).toMatchObject({ deadlineMs: closing, pausedSinceMs: null, timeSeq: 0 });
  });

  it("is extended by a later end of its window, also before it is begun", () => {
    const extend = { kind: "extend", ms: 2 * day, reason } as const satisfies Command;
    expect(after(...begun, [extend, 20]).attempt).toMatchObject({ deadlineMs: closing + 2 * day, windowEndMs: closing + 2 * day });
    const late = after([prepare, 0], [extend, 20], [{ kind: "start" }, 7 * 24 + 5]);
    expect(late.answers.at(-1)).toBe("ok");
    expect(late.attempt).toMatchObject({ state: "running", deadlineMs: closing + 2 * day });
    expect(after([prepare, 0], [{ kind: "start" }, 7 * 24 + 5]).answers.at(-1)).toBe("outside-window");
  });

  it("leaves the window of an attempt with a limit where it is", () => {
    const { attempt } = after([{ ...prepare, limitMs: 200 * hour }, 0], [{ kind: "start" }, 1], [{ kind: "extend", ms: 2 * day, reason }, 2]);
    expect(attempt).toMatchObject({ deadlineMs: closing, windowEndMs: closing });
    expect(evolve(null, { kind: "prepared", seq: 1, atMs: 0, body: { ...prepare, limitMs: null } })).toMatchObject({ limitMs: null });
  });
});

describe("rows of a form", () => {
  const item: RowsItem = {
    interaction: "rows", id: "jabatan", prompt: "Jabatan", required: true, rowName: "Jabatan", minRows: 1, maxRows: 2,
    columns: [{ id: "nama", label: "Nama", format: "text", required: true }, { id: "sejak", label: "Sejak", format: "year", required: false }],
  };
  const rows = (...cells: Record<string, string>[]) => ({ interaction: "rows", rows: cells.map((one, index) => ({ id: `b${index}`, cells: one })) }) as const;

  it("are never more than one message can carry", () => {
    const table = (maxRows: number, columns: number) => rowsItem.safeParse({ ...item, minRows: 0, maxRows, columns: Array.from({ length: columns }, (_, index) => ({ id: `k${index}`, label: "Kolom" })) }).success;
    expect([table(40, 3), table(12, 10), table(40, 4), table(13, 10)]).toEqual([true, true, false, false]);
  });

  it.each([
    ["none", rows(), true],
    ["half written", rows({ sejak: "20" }), true],
    ["as many as are allowed", rows({ nama: "A" }, { nama: "B" }), true],
    ["one too many", rows({}, {}, {}), false],
    ["a column that is not there", rows({ gaji: "1" }), false],
    ["an id twice", { interaction: "rows", rows: [{ id: "b", cells: {} }, { id: "b", cells: {} }] } as const, false],
    ["another interaction", { interaction: "extended-text", text: "A" } as const, false],
  ])("fit or not: %s", (_, response, expected) => {
    expect(fits(item, response)).toBe(expected);
  });

  it.each([
    ["nothing", rows(), false],
    ["all that is asked for", rows({ nama: "Camat", sejak: "2019" }), true],
    ["without what may be left out", rows({ nama: "Camat" }), true],
    ["a year that is none", rows({ nama: "Camat", sejak: "19" }), false],
    ["one row whole and one not", rows({ nama: "Camat" }, { nama: " " }), false],
  ])("are whole or not: %s", (_, response, expected) => {
    expect(isWhole(item, response)).toBe(expected);
  });

  it("say which cells lack something", () => {
    expect(gapsOf(item, { id: "b", cells: { sejak: "x" } })).toEqual(["nama", "sejak"]);
  });
});
