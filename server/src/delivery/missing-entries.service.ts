import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable, Logger } from "@nestjs/common";
import { sql } from "kysely";
import { UnitOfWork } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { RoomRecord } from "./room/room-record.service.ts";

/** `lastSeq`: the newest entry that was acknowledged to the page, by its own word; `seq`: the newest that the journal holds. */
type Missing = { attemptId: string; lastSeq: number; seq: number };

/** Attempts of which it was told lately; beyond them it may be told twice. */
const toldMax = 10_000;

/**
 * J10: a page that has had more acknowledged than there is. Nothing of ours leads there: the database was restored from a copy that is older, or it
 * is another one. Said in the log at every new number, and once of an attempt in the room's record, which goes into the evidence pack.
 */
@Injectable()
export class MissingEntries {
  private readonly logger = new Logger("MissingEntries");
  private readonly told = new Map<string, number>();

  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly record: RoomRecord,
  ) {}

  /** Never fails: the page is answered with what there is. */
  tell(actor: AttemptActor, missing: Missing): void {
    const { attemptId, lastSeq, seq } = missing;
    // A page without a socket asks every few seconds.
    if (this.told.get(attemptId) === lastSeq) return;
    if (this.told.size >= toldMax) this.told.clear();
    this.told.set(attemptId, lastSeq);
    this.logger.error(`acknowledged entries are missing: the page of attempt ${attemptId} has seen entry ${lastSeq}, the journal ends at ${seq}`);
    this.units.run({ ...actor, accountId: null }, () => this.write(actor, missing)).catch((error: Error) => this.logger.error(`not in the room's record, attempt ${attemptId}: ${error.message}`));
  }

  private async write({ agencyId, accountId }: AttemptActor, { attemptId, lastSeq, seq }: Missing): Promise<void> {
    const { rows } = await sql<{ assessmentId: string; sittingId: string; enrolmentId: string }>`
      select s.assessment_id as "assessmentId", a.sitting_id as "sittingId", a.enrolment_id as "enrolmentId"
      from attempt a join sitting s on s.id = a.sitting_id where a.id = ${attemptId}`.execute(this.em.getKysely());
    // With the attempt as its opId there is one of it, whichever process was told.
    await this.record.add(rows.map((place) => ({ ...place, opId: attemptId, accountId, kind: "entries-missing", body: { attemptId, lastSeq, seq } })), agencyId);
  }
}
