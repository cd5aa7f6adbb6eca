import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { receiptAnswer, type ReceiptAnswer } from "@kompeten/shared/contracts/receipts";
import { canonicalJson } from "@kompeten/shared/kernel";
import { receiptNote, signedText, type Receipt, type ReceiptContent } from "@kompeten/shared/proof";
import { sql } from "kysely";
import { sign } from "node:crypto";
import { currentAgencyId, InstallationKeys } from "../../platform/index.ts";
import type { AttemptActor } from "../acknowledgement.ts";
import { AttemptStates, type Held } from "../attempt-states.service.ts";
import { digestsOf } from "./digests.ts";
import { receiptNames, ReceiptTexts } from "./receipt-texts.service.ts";

export const makeReceiptJob = "delivery.make-receipt";
type Stored = { keyId: string; content: string; signature: Buffer };

/**
 * J9: the signed receipt of a closed attempt, in the running unit of work. What it says of the work follows from the journal
 * and from what is set aside, both append-only, and Ed25519 signs the same text alike every time; so it can be made again at
 * any time. It is kept all the same, because names and keys change.
 */
@Injectable()
export class Receipts {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly texts: ReceiptTexts,
    private readonly keys: InstallationKeys,
  ) {}

  /** The candidate's own, with the salt; undefined for somebody else's attempt and for one that has not ended. */
  async own(actor: AttemptActor, attemptId: string): Promise<ReceiptAnswer | undefined> {
    const held = await this.states.one(attemptId);
    if (held?.record.accountId !== actor.accountId) return undefined;
    const receipt = await this.of(held);
    return receipt && receiptAnswer.parse({ receipt, salt: await this.salt(attemptId) });
  }

  /** For the job at the closing, and for the evidence pack. */
  async ofAttempt(attemptId: string): Promise<Receipt | undefined> {
    const held = await this.states.one(attemptId);
    return held && this.of(held);
  }

  /** J4: the hash of the first entry, made by the server before anybody saw the attempt. */
  async salt(attemptId: string): Promise<string> {
    const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from journal_entry where attempt_id = ${attemptId} and seq = 1`.execute(this.em.getKysely());
    return rows[0]?.hash ?? "";
  }

  private async of(held: Held): Promise<Receipt | undefined> {
    const { record, attempt } = held;
    if (attempt.state !== "closed") return undefined;
    const stored = await this.stored(record.id, attempt.seq, record.setAsideCount);
    if (stored) return stored;
    const content = await this.content({ record, attempt });
    const key = await this.keys.current("receipt");
    const signature = sign(null, Buffer.from(signedText(content)), key.privateKey);
    await sql`
      insert into attempt_receipt (agency_id, attempt_id, seq, set_aside_count, key_id, content, signature)
      values (${currentAgencyId()}, ${record.id}, ${attempt.seq}, ${record.setAsideCount}, ${key.id}, ${canonicalJson(content)}, ${signature})
      on conflict do nothing`.execute(this.em.getKysely());
    return this.stored(record.id, attempt.seq, record.setAsideCount);
  }

  private async content({ record, attempt }: { record: Held["record"]; attempt: Extract<Held["attempt"], { state: "closed" }> }): Promise<ReceiptContent> {
    return {
      document: "kompeten-receipt",
      version: 1,
      note: receiptNote,
      attemptId: record.id,
      ...receiptNames(await this.texts.of(record)),
      startedAtMs: attempt.time.startedAtMs,
      closedAtMs: attempt.closedAtMs,
      reason: attempt.reason,
      journal: { entries: attempt.seq, head: await this.hash(record.id, attempt.seq) },
      parts: digestsOf(attempt.work, await this.salt(record.id)),
      setAside: await this.setAside(record.id, attempt.seq, record.setAsideCount),
    };
  }

  private async hash(attemptId: string, seq: number): Promise<string> {
    const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from journal_entry where attempt_id = ${attemptId} and seq = ${seq}`.execute(this.em.getKysely());
    return rows[0]?.hash ?? "";
  }

  /** Of the first `count` that were set aside, so that what comes later changes no receipt. */
  private async setAside(attemptId: string, seq: number, count: number): Promise<ReceiptContent["setAside"]> {
    const { rows } = await sql<ReceiptContent["setAside"]>`
      select count(*) filter (where cause = 'stale-epoch')::int as quarantined, count(*) filter (where cause = 'late')::int as late,
        (select count(*)::int from journal_entry where attempt_id = ${attemptId} and kind = 'merged' and seq <= ${seq}) as merged
      from (select cause from set_aside_operation where attempt_id = ${attemptId} order by position limit ${count}) as first`.execute(this.em.getKysely());
    return rows[0] ?? { quarantined: 0, late: 0, merged: 0 };
  }

  private async stored(attemptId: string, seq: number, setAsideCount: number): Promise<Receipt | undefined> {
    const { rows } = await sql<Stored>`
      select key_id as "keyId", content, signature from attempt_receipt
      where attempt_id = ${attemptId} and seq = ${seq} and set_aside_count = ${setAsideCount}`.execute(this.em.getKysely());
    const [row] = rows;
    return row && { content: JSON.parse(row.content) as ReceiptContent, keyId: row.keyId, signature: row.signature.toString("base64url") };
  }
}
