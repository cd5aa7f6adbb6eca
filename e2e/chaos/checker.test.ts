import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "@kompeten/shared/kernel";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { check, type Head, type Row } from "./checker.ts";
import { ClientLog } from "./client-log.ts";

const attemptId = "0190a000-0000-7000-8000-00000000000a";
const accountId = "0190a000-0000-7000-8000-00000000000b";
const id = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const choose = (number: number, optionId: string): Operation => ({ opId: id(number), kind: "respond", itemId: "v01", response: { interaction: "choice", optionId } });
const write = (number: number, text: string): Operation => ({ opId: id(number), kind: "respond", itemId: "t1", response: { interaction: "extended-text", text } });

const entryKind = (kind: Operation["kind"]): string => (kind === "respond" ? "responded" : kind === "act" ? "acted" : kind.startsWith("edit") ? "edited" : "submitted");

/** A journal that holds these operations in this order, and its head. */
function journal(operations: readonly Operation[]): { rows: Row[]; head: Head } {
  let hash = Buffer.alloc(0) as Buffer;
  const rows = [null, ...operations].map((operation, index): Row => {
    const seq = index + 1;
    const { opId, kind: _, ...body } = operation ?? { opId: id(999), kind: "prepare", limitMs: 1 };
    const kind = operation ? entryKind(operation.kind) : "prepared";
    const entry = { accountId: operation ? accountId : null, at: 1_000 + seq, attemptId, body: (operation?.kind === "submit" ? { answered: 1 } : body) as Json, epoch: 1, kind, opId, seq };
    hash = createHash("sha256").update(hash).update(canonicalJson(entry)).digest();
    return { attemptId, seq, opId, epoch: 1, accountId: entry.accountId, atMs: entry.at, kind, body: canonicalJson(entry.body), hash: hash.toString("hex") };
  });
  return { rows, head: { attemptId, lastSeq: rows.length, lastHash: hash.toString("hex"), state: "running" } };
}

function logOf(made: readonly Operation[], acknowledged: readonly number[]): ClientLog {
  const log = new ClientLog({ candidate: "Peserta", attemptId, accountId });
  for (const operation of made) {
    log.make(operation, "device", 1);
    log.store(operation.opId);
  }
  for (const [index, number] of acknowledged.entries()) log.acknowledged.push({ opId: id(number), seq: index + 2, atMs: 1_002 + index, device: "device", tMs: 0 });
  return log;
}
const rulesOf = (log: ClientLog, { rows, head }: { rows: Row[]; head: Head }) => [...new Set(check(log, { rows, aside: [], head }).map(({ rule }) => rule))].sort();

const one = choose(1, "a");
const two = choose(2, "b");
const three = choose(3, "c");

describe("the checker", () => {
  it("finds nothing where everything made is in the journal, in order", () => {
    expect(rulesOf(logOf([one, two, three], [1, 2, 3]), journal([one, two, three]))).toEqual([]);
  });

  it("[J2] sees an acknowledged operation that is not in the journal", () => {
    expect(rulesOf(logOf([one, two], [1, 2]), journal([one]))).toEqual(["forgotten", "lost"]);
  });

  it("[J3] sees an entry that nobody made: the same deed under another name", () => {
    expect(rulesOf(logOf([one], [1]), journal([one, choose(7, "a")]))).toEqual(["duplicated"]);
  });

  it("[J3] sees two acknowledgements of one operation that differ", () => {
    const log = logOf([one], [1]);
    log.acknowledged.push({ opId: one.opId, seq: 9, atMs: 1_002, device: "device", tMs: 1 });
    expect(rulesOf(log, journal([one]))).toEqual(["duplicated"]);
  });

  it("sees neighbours that changed places", () => {
    const log = logOf([one, two], []);
    expect(rulesOf(log, journal([two, one]))).toEqual(["out-of-order"]);
  });

  it("sees an answer that is another than the one made", () => {
    expect(rulesOf(logOf([one], [1]), journal([{ ...choose(1, "d") }]))).toEqual(["changed"]);
  });

  it("[J4] sees a body, a time, a hash or an entry that was changed afterwards, and a head that is another", () => {
    const meddled = (change: (rows: Row[], head: Head) => void) => {
      const made = journal([one, two, three]);
      change(made.rows, made.head);
      return rulesOf(logOf([one, two, three], []), made);
    };
    expect(meddled((rows) => Object.assign(rows[1] as Row, { atMs: 1_003 }))).toEqual(["chain"]);
    expect(meddled((rows) => Object.assign(rows[2] as Row, { hash: "00" }))).toEqual(["chain"]);
    expect(meddled((rows) => Object.assign(rows[1] as Row, { opId: id(2) }))).toContain("chain");
    expect(meddled((rows) => rows.splice(0, 1))).toEqual(["chain"]);
    expect(meddled((_, head) => Object.assign(head, { lastHash: "00" }))).toEqual(["chain"]);
  });

  it("[J8] sees what the browser had stored and never sent; lets a later state of the same text stand for an earlier one", () => {
    expect(rulesOf(logOf([one, two], [1]), journal([one]))).toEqual(["forgotten"]);
    expect(rulesOf(logOf([write(1, "a"), write(2, "a b")], []), journal([write(2, "a b")]))).toEqual([]);
    expect(rulesOf(logOf([write(1, "a"), write(2, "a b")], []), journal([write(1, "a")]))).toEqual(["forgotten"]);
  });

  it("reads a text that is written as differences", () => {
    const edit = (number: number, from: number, inserted: string) => ({ opId: id(number), kind: "edit", itemId: "t1", edit: { from, removed: 0, inserted, check: 0 } }) as Operation;
    const made = [write(1, "rapat"), write(2, "rapat kerja"), write(3, "rapat kerja hari ini")];
    expect(rulesOf(logOf(made, [1, 2, 3]), journal([write(1, "rapat"), edit(2, 5, " kerja"), edit(3, 11, " hari ini")]))).toEqual([]);
    expect(rulesOf(logOf(made, [1, 2, 3]), journal([write(1, "rapat"), edit(2, 5, " kerja"), edit(3, 11, " hari itu")]))).toEqual(["changed"]);
  });

  it("reads a letter and a cell of a table that are written as differences", () => {
    const letter = (number: number, text: string, to = "kabid"): Operation => ({ opId: id(number), kind: "act", action: { actionId: id(900), documentId: "d1", type: "reply", to, text } });
    const table = (number: number, task: string): Operation => ({ opId: id(number), kind: "respond", itemId: "t1", response: { interaction: "rows", rows: [{ id: "r1", cells: { place: "Dinas" } }, { id: "r2", cells: { place: "Badan", task } }] } });
    const edit = (number: number, place: object, from: number, inserted: string) => ({ opId: id(number), edit: { from, removed: 0, inserted, check: 0 }, ...place }) as Operation;
    const ofLetter = { kind: "edit-action", actionId: id(900) };
    const ofCell = { kind: "edit-cell", itemId: "t1", rowId: "r2", columnId: "task" };
    const made = [letter(1, "rapat"), letter(2, "rapat kerja"), table(3, ""), table(4, "Staf")];
    const of = (...rows: Operation[]) => rulesOf(logOf(made, [1, 2, 3, 4]), journal(rows));
    expect(of(letter(1, "rapat"), edit(2, ofLetter, 5, " kerja"), table(3, ""), edit(4, ofCell, 0, "Staf"))).toEqual([]);
    expect(of(letter(1, "rapat"), edit(2, ofLetter, 5, " karya"), table(3, ""), edit(4, ofCell, 0, "Staf"))).toEqual(["changed"]);
    expect(of(letter(1, "rapat"), edit(2, ofLetter, 5, " kerja"), table(3, ""), edit(4, { ...ofCell, rowId: "r1" }, 0, "Staf"))).toEqual(["changed"]);
  });

  it("[J5] sees what an old device made and was applied after all, and what was said to be set aside and is not", () => {
    const log = logOf([one], []);
    log.make(two, "old device", 1);
    log.store(two.opId);
    log.refused.push({ opId: two.opId, refusal: "quarantined", device: "old device", tMs: 0 });
    const made = journal([one]);
    const aside = [{ attemptId, opId: two.opId, cause: "stale-epoch", epoch: 1, kind: "responded", body: canonicalJson({ itemId: "v01", response: { interaction: "choice", optionId: "b" } }) }];
    expect(check(log, { ...made, aside })).toEqual([]);
    expect(rulesOf(log, made)).toEqual(["forgotten", "lost"]);
    const applied = logOf([], []);
    applied.make(one, "old device", 2);
    expect(rulesOf(applied, made)).toEqual(["wrong-epoch"]);
  });

  it("sees an operation that was refused", () => {
    const log = logOf([one, two], [1]);
    log.refused.push({ opId: id(2), refusal: "does-not-fit", device: "device", tMs: 0 }, { opId: id(3), refusal: "not-ready", device: "device", tMs: 0 });
    expect(rulesOf(log, journal([one, two]))).toEqual(["refused"]);
  });
});
