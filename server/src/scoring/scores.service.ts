import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Papers } from "../authoring/index.ts";
import { Keys } from "../authoring/keys.ts";
import { Attempts } from "../delivery/index.ts";
import { Audit, Clock, currentAgencyId, newId } from "../platform/index.ts";
import { keyedItems, responseEntries } from "./keyed-items.ts";
import { scoreByKey } from "./keyed-score.rules.ts";
import { Score } from "./score.entity.ts";

export type ScoreRefusal = "not-found" | "not-closed" | "not-a-test";

/** Keyed scores of closed attempts (S1). */
@Injectable()
export class Scores {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly papers: Papers,
    private readonly keys: Keys,
  ) {}

  /**
   * Scores a closed attempt by key. With the same key and the same journal as the newest revision nothing is written, so a
   * job may run twice and a recomputation years later gives the identical score or names the input that changed.
   */
  async recompute(attemptId: string): Promise<Result<{ revision: number; added: boolean }, ScoreRefusal>> {
    const attempt = await this.attempts.byId(attemptId);
    if (!attempt) return refuse("not-found");
    if (attempt.state !== "closed") return refuse("not-closed");
    const paper = await this.papers.paper(attempt.instrumentVersionId);
    const { key, keySha256 } = await this.keys.key(attempt.instrumentVersionId);
    if (paper.kind !== "test" || key.kind !== "test") return refuse("not-a-test");

    const newest = await this.em.findOne(Score, { attemptId }, { orderBy: { revision: "desc" } });
    const same = newest?.keySha256 === keySha256 && newest.journalSeq === attempt.lastSeq && Buffer.from(newest.journalHash).toString("hex") === attempt.lastHashHex;
    if (newest && same) return ok({ revision: newest.revision, added: false });

    const score = scoreByKey(keyedItems(paper, key), responseEntries(await this.attempts.responses(attemptId)), key.levelBands);
    const revision = (newest?.revision ?? 0) + 1;
    await this.em.insert(Score, {
      id: newId(),
      agencyId: currentAgencyId(),
      attemptId,
      revision,
      instrumentVersionId: attempt.instrumentVersionId,
      keySha256,
      journalSeq: attempt.lastSeq,
      journalHash: Buffer.from(attempt.lastHashHex, "hex"),
      points: score.points,
      maxPoints: score.maxPoints,
      standardError: score.standardError,
      detail: score,
      scoredAt: this.clock.now(),
    });
    await this.audit.record({ action: "scoring.score.computed", subjectKind: "attempt", subjectId: attemptId, details: { revision, keySha256, journalSeq: attempt.lastSeq } });
    return ok({ revision, added: true });
  }

  /** The newest score of each attempt. */
  async newest(attemptIds: readonly string[]): Promise<Map<string, Score>> {
    const rows = await this.em.find(Score, { attemptId: { $in: [...attemptIds] } }, { orderBy: { revision: "asc" } });
    return new Map(rows.map((row) => [row.attemptId, row]));
  }
}
