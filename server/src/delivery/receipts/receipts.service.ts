import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { Attempt } from "@kompeten/shared/attempt";
import { receiptAnswer, type ReceiptAnswer } from "@kompeten/shared/contracts/receipts";
import { canonicalJson } from "@kompeten/shared/kernel";
import { receiptNote, signedText, type Receipt, type ReceiptContent } from "@kompeten/shared/proof";
import { sql } from "kysely";
import { sign } from "node:crypto";
import { currentAgencyId, InstallationKeys, UnitOfWork } from "../../platform/index.ts";
import type { AttemptActor } from "../acknowledgement.ts";
import type { AttemptRecord } from "../attempt-record.ts";
import { AttemptStates } from "../attempt-states.service.ts";
import { Lanes } from "../lane.ts";
import { digestsOf } from "./digests.ts";
import { receiptNames, ReceiptTexts } from "./receipt-texts.service.ts";

export const makeReceiptJob = "delivery.make-receipt";

type Ended = { record: AttemptRecord; attempt: Extract<Attempt, { state: "closed" }> };
/** What of it is in no memory: hashes of the journal, and what had been set aside by then. */
type Facts = { salt: string; head: string; setAside: ReceiptContent["setAside"] };
type Stored = { attemptId: string; keyId: string; content: string; signature: Buffer };
type Owned = { accountId: string; answer: ReceiptAnswer } | undefined;

/** A whole house hands in in the same second. */
const handInLimits = { flightsMax: 2, itemsPerFlightMax: 100 };

/**
 * J9: the signed receipt of a closed attempt. What it says of the work follows from the journal
 * and from what is set aside, both append-only, and Ed25519 signs the same text alike every time; so it can be made again at
 * any time. It is kept all the same, because names and keys change.
 */
@Injectable()
export class Receipts {
  private readonly handIns = new Lanes<{ attemptId: string }, Owned>((agencyId, asked) => this.units.apart({ agencyId, accountId: null }, () => this.firsts(asked.map(({ attemptId }) => attemptId))), handInLimits);

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly states: AttemptStates,
    private readonly texts: ReceiptTexts,
    private readonly keys: InstallationKeys,
  ) {}

  /** The candidate's own, with the salt; undefined for somebody else's attempt and for one that has not ended. In the running unit of work. */
  async own(actor: AttemptActor, attemptId: string): Promise<ReceiptAnswer | undefined> {
    const made = (await this.ofMany([attemptId])).get(attemptId);
    return made?.accountId === actor.accountId ? receiptAnswer.parse({ receipt: made.receipt, salt: made.salt }) : undefined;
  }

  /** The first that was made of a hand-in, alike at every replay (J3) whatever came after it. In a unit of its own that many share. */
  async atHandIn({ agencyId, accountId }: AttemptActor, attemptId: string): Promise<ReceiptAnswer | undefined> {
    const [owned] = await this.handIns.of(agencyId).take([{ attemptId }]);
    return owned?.accountId === accountId ? owned.answer : undefined;
  }

  /** For the job at the closing, and for the evidence pack; in the running unit of work. */
  async ofAttempt(attemptId: string): Promise<{ receipt: Receipt; salt: string } | undefined> {
    return (await this.ofMany([attemptId])).get(attemptId);
  }

  private async firsts(attemptIds: readonly string[]): Promise<Owned[]> {
    const made = await this.ofMany([...new Set(attemptIds)], (ids) => this.states.readable(ids));
    const { rows } = await sql<Stored>`
      select distinct on (attempt_id) attempt_id as "attemptId", key_id as "keyId", content, signature from attempt_receipt
      where attempt_id = any(${attemptIds}::uuid[]) order by attempt_id, seq, set_aside_count`.execute(this.em.getKysely());
    const first = new Map(rows.map((row) => [row.attemptId, receiptOf(row)]));
    return attemptIds.map((attemptId) => {
      const [one, receipt] = [made.get(attemptId), first.get(attemptId)];
      return one && receipt && { accountId: one.accountId, answer: receiptAnswer.parse({ receipt, salt: one.salt }) };
    });
  }

  /** Of those that have ended, by attempt. */
  private async ofMany(attemptIds: readonly string[], read = (ids: readonly string[]) => this.states.fresh(ids)): Promise<Map<string, { accountId: string; receipt: Receipt; salt: string }>> {
    const held = await read(attemptIds);
    const ended = [...held.values()].flatMap(({ record, attempt }): Ended[] => (attempt.state === "closed" ? [{ record, attempt }] : []));
    const facts = await this.facts(ended);
    let stored = await this.stored(ended);
    const missing = ended.filter(({ record }) => !stored.has(record.id));
    if (missing.length > 0) {
      await this.make(missing, facts);
      stored = new Map([...stored, ...(await this.stored(missing))]);
    }
    return new Map(
      ended.flatMap(({ record }) => {
        const receipt = stored.get(record.id);
        return receipt ? [[record.id, { accountId: record.accountId, receipt, salt: facts.get(record.id)?.salt ?? "" }] as const] : [];
      }),
    );
  }

  private async make(ended: readonly Ended[], facts: ReadonlyMap<string, Facts>): Promise<void> {
    const names = await this.texts.ofMany(ended.map(({ record }) => record));
    const key = await this.keys.current("receipt");
    const made = ended.flatMap(({ record, attempt }) => {
      const [fact, name] = [facts.get(record.id), names.get(record.id)];
      if (!fact || !name) return [];
      const content: ReceiptContent = {
        document: "kompeten-receipt",
        version: 1,
        note: receiptNote,
        attemptId: record.id,
        ...receiptNames(name),
        startedAtMs: attempt.time.startedAtMs,
        closedAtMs: attempt.closedAtMs,
        reason: attempt.reason,
        journal: { entries: attempt.seq, head: fact.head },
        parts: digestsOf(attempt.work, fact.salt),
        setAside: fact.setAside,
      };
      return [{ record, seq: attempt.seq, text: canonicalJson(content), signature: sign(null, Buffer.from(signedText(content)), key.privateKey) }];
    });
    await sql`
      insert into attempt_receipt (agency_id, attempt_id, seq, set_aside_count, key_id, content, signature)
      select ${currentAgencyId()}, m.attempt_id, m.seq, m.set_aside_count, ${key.id}, m.content, m.signature
      from unnest(${made.map(({ record }) => record.id)}::uuid[], ${made.map(({ seq }) => seq)}::int[], ${made.map(({ record }) => record.setAsideCount)}::int[], ${made.map(({ text }) => text)}::text[], ${made.map(({ signature }) => signature)}::bytea[])
        as m (attempt_id, seq, set_aside_count, content, signature)
      order by m.attempt_id
      on conflict do nothing`.execute(this.em.getKysely());
  }

  /**
   * The salt is the hash of the first entry (J4), made by the server before anybody saw the attempt. Set aside: of the first
   * `setAsideCount`, so that what comes later changes no receipt.
   */
  private async facts(ended: readonly Ended[]): Promise<Map<string, Facts>> {
    const { rows } = await sql<Facts & { id: string }>`
      select e.id, encode(first.hash, 'hex') as salt, encode(head.hash, 'hex') as head,
        case when e.aside = 0 then json_build_object('quarantined', 0, 'late', 0, 'merged', 0) else (
          select json_build_object('quarantined', count(*) filter (where cause = 'stale-epoch'), 'late', count(*) filter (where cause = 'late'),
            'merged', (select count(*) from journal_entry j where j.attempt_id = e.id and j.kind = 'merged' and j.seq <= e.seq))
          from (select cause from set_aside_operation s where s.attempt_id = e.id order by position limit e.aside) as counted) end as "setAside"
      from unnest(${ended.map(({ record }) => record.id)}::uuid[], ${ended.map(({ attempt }) => attempt.seq)}::int[], ${ended.map(({ record }) => record.setAsideCount)}::int[]) as e (id, seq, aside)
      join journal_entry first on first.attempt_id = e.id and first.seq = 1
      join journal_entry head on head.attempt_id = e.id and head.seq = e.seq`.execute(this.em.getKysely());
    return new Map(rows.map(({ id, ...facts }) => [id, facts]));
  }

  private async stored(ended: readonly Ended[]): Promise<Map<string, Receipt>> {
    const { rows } = await sql<Stored>`
      select r.attempt_id as "attemptId", r.key_id as "keyId", r.content, r.signature
      from unnest(${ended.map(({ record }) => record.id)}::uuid[], ${ended.map(({ attempt }) => attempt.seq)}::int[], ${ended.map(({ record }) => record.setAsideCount)}::int[]) as e (id, seq, aside)
      join attempt_receipt r on r.attempt_id = e.id and r.seq = e.seq and r.set_aside_count = e.aside`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [row.attemptId, receiptOf(row)]));
  }
}

function receiptOf({ keyId, content, signature }: Stored): Receipt {
  return { content: JSON.parse(content) as ReceiptContent, keyId, signature: signature.toString("base64url") };
}
