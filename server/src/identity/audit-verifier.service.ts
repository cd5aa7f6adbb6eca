import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { AuditVerification } from "@kompeten/shared/contracts/audit";
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { Clock, currentAgencyId } from "../platform/index.ts";

type Row = { seq: number; at_ms: string; account_id: string | null; action: string; subject_kind: string; subject_id: string; details: string; hash: Buffer };
type Broken = NonNullable<AuditVerification["broken"]>;

const pageRows = 2_000;

/**
 * Recomputes the agency's chain here, from the rows, by the formula of the migration that appends to it: each hash is
 * SHA-256 of the previous hash and the entry's fields joined by the unit separator. A database that lies in one place
 * would have to lie in every later one, and in the head.
 */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async verify(): Promise<AuditVerification> {
    const head = await this.head();
    let hash: Buffer = Buffer.alloc(0);
    let broken: Broken | null = null;
    let seq = 0;
    while (broken === null && seq < head.seq) {
      const rows = await this.rows(seq, head.seq);
      if (rows.length === 0) broken = { seq: seq + 1, reason: "gap" };
      for (const row of rows) {
        broken = this.check(row, seq + 1, hash);
        if (broken) break;
        seq = row.seq;
        hash = row.hash;
      }
    }
    if (broken === null && !hash.equals(head.hash)) broken = { seq, reason: "head" };
    return { holds: broken === null, entries: seq, broken, lastHash: hash.toString("hex"), checkedAt: this.clock.now().toISOString() };
  }

  private check(row: Row, expectedSeq: number, previous: Buffer): Broken | null {
    if (row.seq !== expectedSeq) return { seq: expectedSeq, reason: "gap" };
    const fields = [currentAgencyId(), row.seq, row.at_ms, row.account_id ?? "", row.action, row.subject_kind, row.subject_id, row.details];
    const expected = createHash("sha256").update(previous).update(fields.join("\x1f"), "utf8").digest();
    return expected.equals(row.hash) ? null : { seq: row.seq, reason: "hash" };
  }

  /** Read first: entries that are appended while we check are not ours to check. */
  private async head(): Promise<{ seq: number; hash: Buffer }> {
    const { rows } = await sql<{ seq: number; hash: Buffer }>`select last_seq::int as seq, last_hash as hash from audit_head`.execute(this.em.getKysely());
    return rows[0] ?? { seq: 0, hash: Buffer.alloc(0) };
  }

  private async rows(after: number, until: number): Promise<Row[]> {
    const { rows } = await sql<Row>`
      select seq::int as seq, (extract(epoch from at) * 1000)::bigint::text as at_ms, account_id, action, subject_kind, subject_id, details, hash
      from audit_entry where seq > ${after} and seq <= ${until} order by seq limit ${pageRows}`.execute(this.em.getKysely());
    return rows;
  }
}
