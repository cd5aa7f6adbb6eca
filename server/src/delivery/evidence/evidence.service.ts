import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { evidencePack, type EvidencePack, type EvidenceScope } from "@kompeten/shared/contracts/evidence";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Accounts } from "../../identity/index.ts";
import { Audit, type Actor } from "../../platform/index.ts";
import { AttemptStates, type Held } from "../attempt-states.service.ts";
import { ConnectionLog } from "../connection-log.service.ts";
import { brokenAt } from "../journal-chain.ts";
import { JournalReader } from "../journal-reader.service.ts";
import type { JournalEntryView } from "../journal.types.ts";
import { Presence } from "../presence.service.ts";
import { ReceiptTexts } from "../receipts/receipt-texts.service.ts";
import { ReceiptVerifier } from "../receipts/receipt-verifier.service.ts";
import { Receipts } from "../receipts/receipts.service.ts";
import { RoomRecord } from "../room/room-record.service.ts";
import { ServerTime } from "../server-time.service.ts";
import { acknowledgedOf, eventsOf, setAsideOf, tally, type SetAsideRow } from "./evidence.rules.ts";

type FileRow = { uploadedAtMs: number; uploadedBy: string; madeAtMs: number; epoch: number; sha256: string; report: string };

/** Gathers the evidence pack of one attempt, in the running unit of work. Every reading is audited, with its scope and format. */
@Injectable()
export class Evidence {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly reader: JournalReader,
    private readonly receipts: Receipts,
    private readonly verifier: ReceiptVerifier,
    private readonly connections: ConnectionLog,
    private readonly presence: Presence,
    private readonly record: RoomRecord,
    private readonly texts: ReceiptTexts,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly time: ServerTime,
  ) {}

  /**
   * With the answers: for an auditor, and for the lead of the assessment; to other leads it is not there. Only of what has ended,
   * so that nobody looks over a candidate's shoulder.
   */
  async full(actor: Actor, attemptId: string, format: "json" | "pdf"): Promise<Result<EvidencePack, "not-found" | "attempt-open">> {
    const held = await this.states.one(attemptId);
    if (!held) return refuse("not-found");
    const { leadAccountId } = await this.texts.of(held.record);
    if (!actor.roles.includes("auditor") && leadAccountId !== actor.accountId) return refuse("not-found");
    if (held.attempt.state !== "closed") return refuse("attempt-open");
    return ok(await this.pack(actor, held, { scope: "full", format }));
  }

  /** Time, line and devices, never an answer: for whoever supervises; at any time. */
  async timeOnly(actor: Actor, attemptId: string, format: "json" | "pdf"): Promise<Result<EvidencePack, "not-found">> {
    const held = await this.states.one(attemptId);
    return held ? ok(await this.pack(actor, held, { scope: "time", format })) : refuse("not-found");
  }

  private async pack(actor: Actor, held: Held, { scope, format }: { scope: EvidenceScope; format: "json" | "pdf" }): Promise<EvidencePack> {
    const { id } = held.record;
    const entries = await this.reader.entries(id);
    const files = await this.emergencyFiles(id);
    const people = [actor.accountId, ...entries.flatMap(({ accountId }) => accountId ?? []), ...files.map(({ uploadedBy }) => uploadedBy)];
    const names = await this.accounts.namesOf([...new Set(people)]);
    const nameOf = (accountId: string) => names.get(accountId)?.name ?? accountId;
    const chain = chainOf(held, entries);
    const made = await this.receipts.ofAttempt(id);
    const full = scope === "full";
    await this.audit.record({ action: "delivery.evidence.read", subjectKind: "attempt", subjectId: id, details: { scope, format, head: chain.head, intact: chain.intact } });
    return evidencePack.parse({
      document: "kompeten-evidence",
      version: 1,
      scope,
      producedAtMs: Math.round(this.time.nowMs()),
      producedBy: nameOf(actor.accountId),
      attempt: await this.attempt(held),
      chain,
      events: eventsOf(entries, names),
      acknowledged: acknowledgedOf(entries),
      connections: (await this.connections.of(id)).map(({ openedMs, endedMs, ...connection }) => ({ fromMs: Math.round(openedMs), untilMs: Math.round(endedMs), ...connection })),
      focus: await this.presence.focusOf(id),
      room: await this.record.ofCandidate(held.record),
      setAside: setAsideOf(await this.setAside(id), scope),
      emergencyFiles: files.map(({ report, uploadedBy, ...file }) => ({ ...file, uploadedBy: nameOf(uploadedBy), outcomes: tally((JSON.parse(report) as { operations: { outcome: string }[] }).operations) })),
      receipt: made?.receipt ?? null,
      verification: { keys: (await this.verifier.publicKeys()).keys.map(({ keyId, publicKey }) => ({ keyId, publicKey })), salt: full ? (made?.salt ?? null) : null },
      journal: full ? entries : null,
    });
  }

  private async attempt({ record, attempt }: Held): Promise<EvidencePack["attempt"]> {
    const { leadAccountId: _, ...names } = await this.texts.of(record);
    return {
      attemptId: record.id,
      ...names,
      state: attempt.state,
      windowStartMs: record.windowStartMs,
      windowEndMs: record.windowEndMs,
      startedAtMs: attempt.state === "waiting" ? null : attempt.time.startedAtMs,
      deadlineMs: record.deadlineAtMs,
      closedAtMs: attempt.state === "closed" ? attempt.closedAtMs : null,
      closedReason: attempt.state === "closed" ? attempt.reason : null,
    };
  }

  private async setAside(attemptId: string): Promise<SetAsideRow[]> {
    const { rows } = await sql<SetAsideRow>`
      select s.op_id as "opId", s.cause, s.epoch, s.kind, (extract(epoch from s.received_at) * 1000)::float8 as "receivedAtMs", s.body, m.seq as "mergedBySeq"
      from set_aside_operation s left join merged_operation m using (attempt_id, op_id) where s.attempt_id = ${attemptId} order by s.position`.execute(this.em.getKysely());
    return rows;
  }

  private async emergencyFiles(attemptId: string): Promise<FileRow[]> {
    const { rows } = await sql<FileRow>`
      select round(extract(epoch from uploaded_at) * 1000)::float8 as "uploadedAtMs", uploaded_by as "uploadedBy",
        round(extract(epoch from made_at) * 1000)::float8 as "madeAtMs", epoch, sha256, report
      from emergency_file where attempt_id = ${attemptId} order by uploaded_at`.execute(this.em.getKysely());
    return rows;
  }
}

function chainOf({ record }: Held, entries: readonly JournalEntryView[]): EvidencePack["chain"] {
  const broken = brokenAt(record.id, entries);
  const head = entries.at(-1)?.hashHex ?? "";
  const whole = broken === undefined && entries.length === record.lastSeq && head === record.lastHashHex;
  return { entries: entries.length, head, intact: whole, brokenAtSeq: broken ?? (whole ? null : entries.length + 1) };
}
