/**
 * Compares what candidates made and were told with what the database holds. Knows the protocol by its documents alone
 * (docs/protocol.md, delivery/SPEC.md J2–J4) and shares no code with the server: its own canonical JSON, its own chain.
 */
import { createHash } from "node:crypto";
import type { ClientLog, Made } from "./client-log.ts";

/** A row of `journal_entry`, times in ms, hash in hex. */
export type Row = { attemptId: string; seq: number; opId: string; epoch: number; accountId: string | null; atMs: number; kind: string; body: string; hash: string };
export type Head = { attemptId: string; lastSeq: number; lastHash: string; state: string };

/** A row of `set_aside_operation`: kept, not applied (J5, J7). */
export type Aside = { attemptId: string; opId: string; cause: string; epoch: number; kind: string; body: string };

export const rules = ["lost", "duplicated", "out-of-order", "changed", "wrong-epoch", "chain", "refused", "forgotten", "unfinished"] as const;
export type Rule = (typeof rules)[number];
export type Violation = { rule: Rule; attemptId: string; detail: string };

const entryKinds: Record<string, string> = { "acknowledge-notice": "notice-acknowledged", start: "started", respond: "responded", flag: "flagged", visit: "visited", act: "acted", submit: "submitted", "take-over": "taken-over", "acknowledge-time": "time-acknowledged" };
const workKinds = new Set(["respond", "flag", "visit", "act"]);
/** Nothing was applied; the client sends it again, the text whole where that was asked for. */
const comesAgain = new Set(["busy", "not-ready", "paused", "other-text"]);
const textActions = new Set(["reply", "forward", "delegate", "schedule", "decide", "note"]);

export function check(log: ClientLog, given: { rows: readonly Row[]; aside: readonly Aside[]; head: Head | undefined }): Violation[] {
  const { rows, aside, head } = given;
  const found: Violation[] = [];
  const say = (rule: Rule, detail: string) => found.push({ rule, attemptId: log.attemptId, detail: `${log.candidate}: ${detail}` });
  const byOpId = new Map<string, Row>();
  for (const row of rows) {
    if (byOpId.has(row.opId)) say("duplicated", `operation ${row.opId} is at ${byOpId.get(row.opId)?.seq} and at ${row.seq}`);
    byOpId.set(row.opId, row);
  }
  for (const { opId } of aside) if (byOpId.has(opId)) say("duplicated", `${opId} was set aside and applied`);
  acknowledgements(log, new Map([...byOpId, ...counted(rows)]), say);
  refusals(log, new Set(aside.map(({ opId }) => opId)), say);
  contents(log, rows, say);
  asideContents(log, aside, say);
  order(log, byOpId, say);
  remembered(log, new Set([...byOpId.keys(), ...aside.map(({ opId }) => opId)]), say);
  chain(log.attemptId, rows, head, say);
  return found;
}

type Say = (rule: Rule, detail: string) => void;

/** J7: what was set aside and counts is acknowledged as the entry that says so. */
function counted(rows: readonly Row[]): [string, Row][] {
  return rows.flatMap((row): [string, Row][] => (row.kind === "merged" && row.accountId === null ? [[(JSON.parse(row.body) as { opId: string }).opId, row]] : []));
}

/** J2, J3: every acknowledgement names an entry, and all for one operation name the same. */
function acknowledgements(log: ClientLog, byOpId: ReadonlyMap<string, Row>, say: Say): void {
  const firsts = new Map<string, { seq: number; atMs: number }>();
  for (const told of [...log.acknowledged, ...log.saved]) {
    const first = firsts.get(told.opId);
    if (first && (first.seq !== told.seq || first.atMs !== told.atMs)) say("duplicated", `${told.opId} was acknowledged as ${first.seq} and as ${told.seq}`);
    if (first) continue;
    firsts.set(told.opId, told);
    const row = byOpId.get(told.opId);
    if (!row) say("lost", `${told.opId} was acknowledged as ${told.seq} and is not in the journal`);
    else if (row.seq !== told.seq || row.atMs !== told.atMs) say("out-of-order", `${told.opId} was acknowledged as ${told.seq} at ${told.atMs} and is ${row.seq} at ${row.atMs}`);
  }
}

/** J5, J7: what a client lets go of because the server has set it aside is set aside. */
function refusals(log: ClientLog, aside: ReadonlySet<string>, say: Say): void {
  const kinds = new Map(log.made.map(({ operation }) => [operation.opId, operation.kind]));
  for (const { opId, refusal } of log.refused) {
    if (comesAgain.has(refusal)) continue;
    if (refusal === "quarantined" || refusal === "late") {
      if (!aside.has(opId)) say("lost", `${opId} was said to be set aside (${refusal}) and is not`);
    } else if (workKinds.has(kinds.get(opId) ?? "")) say("refused", `${opId} was refused: ${refusal}`);
  }
}

/** What is in the journal in the candidate's name is what the candidate made, word for word. */
function contents(log: ClientLog, rows: readonly Row[], say: Say): void {
  const made = new Map(log.made.map((one) => [one.operation.opId, one]));
  const written = new Written();
  for (const row of rows) {
    // The harness itself acknowledged the notice before the beginning.
    if (row.accountId !== log.accountId || row.kind === "notice-acknowledged") continue;
    const one = made.get(row.opId);
    if (!one) {
      say("duplicated", `entry ${row.seq} (${row.kind}) is of an operation that nobody made: ${row.opId}`);
      continue;
    }
    compare(one, whole(row, written), say);
    // J5: what was made under an epoch is applied under no other.
    if (workKinds.has(one.operation.kind) && row.epoch !== one.epoch) say("wrong-epoch", `${row.opId} was made under epoch ${one.epoch} and is applied under ${row.epoch}`);
  }
}

function asideContents(log: ClientLog, aside: readonly Aside[], say: Say): void {
  const made = new Map(log.made.map((one) => [one.operation.opId, one]));
  for (const row of aside) {
    const one = made.get(row.opId);
    if (one) compare(one, row, say);
    else say("duplicated", `${row.opId} was set aside and nobody made it`);
  }
}

function compare({ operation }: Made, entry: { opId: string; kind: string; body: string }, say: Say): void {
  const { opId, kind, ...body } = operation as { opId: string; kind: string } & Record<string, unknown>;
  // When it was made is added on the way, where it was held up.
  const { madeAtMs: _, ...there } = JSON.parse(entry.body) as Record<string, unknown>;
  if (entry.kind !== entryKinds[kind]) say("changed", `${opId} was made as ${kind} and is ${entry.kind}`);
  else if (workKinds.has(kind) && canonical(body) !== canonical(there)) say("changed", `${opId} was made as ${canonical(body)} and is ${entry.body}`);
}

type Edit = { from: number; removed: number; inserted: string };
type Splice = { edit: Edit } & ({ actionId: string } | { itemId: string; rowId?: string; columnId?: string });
type Response = { interaction: string; text?: string; rows?: { id: string; cells: Record<string, string> }[] };
type Action = { actionId: string; type: string } & Record<string, unknown>;
/** Where an action has its text: the first of these that it has. */
const actionTexts = ["text", "instruction", "reason", "note"];

/** What was written so far, as the entries have it. */
class Written {
  readonly responses = new Map<string, Response>();
  readonly actions = new Map<string, Action>();
}

/** A text that is written as a difference, made whole again from the entries before it. */
function whole(row: Row, written: Written): { opId: string; kind: string; body: string } {
  if (row.kind === "edited") return madeWhole(row, written);
  if (row.kind === "responded") {
    const { itemId, response } = JSON.parse(row.body) as { itemId: string; response: Response };
    written.responses.set(itemId, response);
  }
  if (row.kind === "acted") {
    const { action } = JSON.parse(row.body) as { action: Action };
    if (action.type !== "withdraw") written.actions.set(action.actionId, action);
  }
  return row;
}

function madeWhole(row: Row, { responses, actions }: Written): { opId: string; kind: string; body: string } {
  const splice = JSON.parse(row.body) as Splice;
  if ("actionId" in splice) {
    const before = actions.get(splice.actionId);
    const member = before && actionTexts.find((name) => typeof before[name] === "string");
    if (!before || !member) return row;
    const action = { ...before, [member]: spliced(before[member] as string, splice.edit) };
    actions.set(splice.actionId, action);
    return { opId: row.opId, kind: "acted", body: JSON.stringify({ action }) };
  }
  const { itemId, rowId, columnId, edit } = splice;
  const before = responses.get(itemId);
  const cell = (cells: Record<string, string>) => ({ ...cells, [String(columnId)]: spliced(cells[String(columnId)] ?? "", edit) });
  const response: Response =
    rowId === undefined
      ? { interaction: "extended-text", text: spliced(before?.text ?? "", edit) }
      : { interaction: "rows", rows: (before?.rows ?? []).map((one) => (one.id === rowId ? { ...one, cells: cell(one.cells) } : one)) };
  responses.set(itemId, response);
  return { opId: row.opId, kind: "responded", body: JSON.stringify({ itemId, response }) };
}

function spliced(before: string, { from, removed, inserted }: Edit): string {
  return before.slice(0, from) + inserted + before.slice(from + removed);
}

/** What one device made stands in the order in which it was made. */
function order(log: ClientLog, byOpId: ReadonlyMap<string, Row>, say: Say): void {
  const last = new Map<string, { opId: string; seq: number }>();
  for (const { operation, device } of log.made) {
    const row = byOpId.get(operation.opId);
    if (!row) continue;
    const before = last.get(device);
    if (before && before.seq > row.seq) say("out-of-order", `${before.opId} was made before ${operation.opId} and is ${before.seq}, after ${row.seq}`);
    last.set(device, { opId: operation.opId, seq: row.seq });
  }
}

/** J8: what the browser's store has taken reaches the journal in the end, or a later state of the same text does. */
function remembered(log: ClientLog, arrived: ReadonlySet<string>, say: Say): void {
  const later = new Set<string>();
  for (const one of log.made.toReversed()) {
    const subject = subjectOfText(one);
    const written = arrived.has(one.operation.opId) || !workKinds.has(one.operation.kind);
    if (!written && one.stored && !(subject !== null && later.has(subject))) say("forgotten", `${one.operation.opId} (${one.operation.kind}) was stored and never arrived`);
    if (written && subject !== null) later.add(subject);
  }
}

/** One text on one device: what another device wrote does not stand for it. */
function subjectOfText({ operation, device }: Made): string | null {
  if (operation.kind === "respond" && operation.response.interaction === "extended-text") return `${device} item ${operation.itemId}`;
  return operation.kind === "act" && textActions.has(operation.action.type) ? `${device} action ${operation.action.actionId}` : null;
}

/** J4: from 1 without a gap, times never backwards, hash = SHA-256(previous hash ‖ canonical entry), and the attempt's head is the last. */
function chain(attemptId: string, rows: readonly Row[], head: Head | undefined, say: Say): void {
  let previous = { hash: Buffer.alloc(0) as Buffer, atMs: 0 };
  for (const [index, row] of rows.entries()) {
    const { accountId, atMs, body, epoch, kind, opId, seq } = row;
    if (seq !== index + 1) return say("chain", `entry ${index + 1} is missing: ${seq} follows`);
    if (atMs < previous.atMs) say("chain", `entry ${seq} is earlier than the one before it`);
    if (canonical(JSON.parse(body)) !== body) say("chain", `the body of entry ${seq} is not canonical`);
    const text = canonical({ accountId, at: atMs, attemptId, body: JSON.parse(body) as unknown, epoch, kind, opId, seq });
    const hash = createHash("sha256").update(previous.hash).update(text, "utf8").digest();
    if (hash.toString("hex") !== row.hash) return say("chain", `the hash of entry ${seq} does not hold`);
    previous = { hash, atMs };
  }
  if (!head) say("chain", "there is no attempt");
  else if (head.lastSeq !== rows.length || head.lastHash !== previous.hash.toString("hex")) say("chain", `the attempt says ${head.lastSeq} entries, the journal has ${rows.length}, or the last hash is another`);
}

/** RFC 8785, for the values a journal holds. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  return `{${Object.keys(members).sort().map((key) => `${JSON.stringify(key)}:${canonical(members[key])}`).join(",")}}`;
}
