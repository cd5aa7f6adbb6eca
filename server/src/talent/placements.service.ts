import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { PlacementBody } from "@kompeten/shared/contracts/talent";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Audit, Clock, currentAccountId, currentAgencyId, newId } from "../platform/index.ts";
import { TalentCycles } from "./cycles.service.ts";
import { refusePlacement, type PlacementRefusal } from "./decision.rules.ts";
import { Standings } from "./standings.service.ts";
import { Placement } from "./talent.entity.ts";

export type ConfirmRefusal = "not-found" | "standing-outdated" | PlacementRefusal;

/** Confirmed placements. A person always decides (UU 27/2022 art. 10); a later decision is a new revision and the newest counts. */
@Injectable()
export class Placements {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly cycles: TalentCycles,
    private readonly standings: Standings,
  ) {}

  /** Confirms a box for a person; `standingId` is the proposal the official was looking at, which must still be the newest. */
  async confirm(cycleId: string, body: PlacementBody): Promise<Result<{ revision: number }, ConfirmRefusal>> {
    const cycle = await this.cycles.find(cycleId);
    const standing = cycle && (await this.standings.newestOf(cycleId, body.employeeId));
    if (!standing) return refuse("not-found");
    if (standing.id !== body.standingId) return refuse("standing-outdated");
    const refusal = refusePlacement({ proposedBox: standing.box ?? null, box: body.box, reason: body.reason });
    if (refusal) return refuse(refusal);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`placement ${cycleId} ${body.employeeId}`}, 0))`.execute(this.em.getKysely());
    const previous = (await this.of(cycleId, body.employeeId)).at(-1);
    const revision = (previous?.revision ?? 0) + 1;
    await this.em.insert(Placement, {
      id: newId(),
      agencyId: currentAgencyId(),
      cycleId,
      employeeId: body.employeeId,
      standingId: standing.id,
      revision,
      box: body.box,
      reason: body.reason,
      confirmedBy: currentAccountId(),
      confirmedAt: this.clock.now(),
    });
    await this.audit.record({
      action: "talent.placement.confirmed",
      subjectKind: "employee",
      subjectId: body.employeeId,
      details: { cycleId, revision, box: body.box, proposedBox: standing.box ?? null, previousBox: previous?.box ?? null, reason: body.reason },
    });
    return ok({ revision });
  }

  /** All decisions about one person in a cycle, oldest first. */
  async of(cycleId: string, employeeId: string): Promise<Placement[]> {
    return this.em.find(Placement, { cycleId, employeeId }, { orderBy: { revision: "asc" } });
  }

  /** The newest decision about each person of a cycle. */
  async newest(cycleId: string): Promise<Map<string, Placement>> {
    const all = await this.em.find(Placement, { cycleId }, { orderBy: { revision: "asc" } });
    return new Map(all.map((placement) => [placement.employeeId, placement]));
  }
}
