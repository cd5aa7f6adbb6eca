import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { canonicalJson, type Json } from "@kompeten/shared/kernel";
import { sql } from "kysely";

export type AuditEntry = {
  /** Context, thing, deed: "planning.assessment.opened". */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** What an auditor needs to understand it; never a secret, never an answer's text. */
  details?: Json;
};

/** Who saw and changed what: append-only, hash-chained per agency, in the transaction of the deed. */
@Injectable()
export class Audit {
  constructor(private readonly em: EntityManager) {}

  async record(entry: AuditEntry): Promise<void> {
    const details = canonicalJson(entry.details ?? {});
    await sql`select audit_append(${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${details})`.execute(this.em.getKysely());
  }
}
