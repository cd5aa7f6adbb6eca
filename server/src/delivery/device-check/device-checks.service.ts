import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { deviceCheckView, type DeviceCheckBody, type DeviceCheckSave, type DeviceCheckSaved, type DeviceChecksView, type DeviceCheckView } from "@kompeten/shared/contracts/device-check";
import { checksADayMax, saveWays, verdictOf, type SaveWay } from "@kompeten/shared/contracts/device-check-rules";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { Accounts } from "../../identity/index.ts";
import { Assessments } from "../../planning/index.ts";
import { UnitOfWork } from "../../platform/index.ts";
import type { AttemptActor } from "../acknowledgement.ts";
import { ServerTime } from "../server-time.service.ts";

const userAgentMax = 500;

/** B1–B3: what candidates try before the day, and who sees what came out. */
@Injectable()
export class DeviceChecks {
  constructor(
    private readonly em: EntityManager,
    private readonly units: UnitOfWork,
    private readonly assessments: Assessments,
    private readonly accounts: Accounts,
    private readonly time: ServerTime,
  ) {}

  /** B1: resolves once it is on disk, like an answer (J2); in a transaction of its own unless one is running. */
  async save(actor: AttemptActor, way: SaveWay, { checkId, number, sample }: DeviceCheckSave): Promise<DeviceCheckSaved> {
    await this.units.run(actor, () =>
      // In FROM, so that it is done before anything is written; what says so in another place may never be looked at.
      sql`
        insert into device_check_save (agency_id, account_id, way, number, check_id, sample)
        select ${actor.agencyId}, ${actor.accountId}, ${way}, ${number}, ${checkId}, ${sample} from set_config('synchronous_commit', 'on', true)
        on conflict (agency_id, account_id, way, number) do update set check_id = excluded.check_id, sample = excluded.sample, saved_at = clock_timestamp()`.execute(this.em.getKysely()),
    );
    return { ok: true, serverNowMs: this.time.nowMs() };
  }

  /** B2: what the browser found is its own word, except that saves it says were acknowledged must be here. */
  async keep({ agencyId, accountId }: AttemptActor, { checkId, findings }: DeviceCheckBody, userAgent: string | undefined): Promise<Result<DeviceCheckView, "saves-not-there" | "too-many-checks">> {
    const known = await this.one(accountId, checkId);
    if (known) return ok(known);
    const saved = await this.savedBy(accountId, checkId);
    if (saveWays.some((way) => findings[way].saved > (saved.get(way) ?? 0))) return refuse("saves-not-there");
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from device_check where account_id = ${accountId} and at > clock_timestamp() - interval '1 day'`.execute(this.em.getKysely());
    if ((rows[0]?.count ?? 0) >= checksADayMax) return refuse("too-many-checks");
    await sql`
      insert into device_check (agency_id, account_id, check_id, user_agent, findings, verdict)
      values (${agencyId}, ${accountId}, ${checkId}, ${userAgent?.slice(0, userAgentMax) ?? null}, ${JSON.stringify(findings)}, ${verdictOf(findings)})
      on conflict do nothing`.execute(this.em.getKysely());
    return ok((await this.one(accountId, checkId)) as DeviceCheckView);
  }

  async latestOf(accountId: string): Promise<DeviceCheckView | null> {
    return (await this.latest([accountId])).get(accountId) ?? null;
  }

  /** B3. Undefined for an assessment, or a sitting of it, that is not there. */
  async ofRoom({ assessmentId, sittingId }: { assessmentId: string; sittingId: string | null }): Promise<DeviceChecksView | undefined> {
    if (!(await this.assessments.view(assessmentId))) return undefined;
    if (sittingId !== null && !(await this.assessments.sittings(assessmentId)).some(({ id }) => id === sittingId)) return undefined;
    const enrolments = (await this.assessments.enrolments(assessmentId)).flatMap(({ id, accountId, sittingIds }) => (accountId !== null && (sittingId === null || sittingIds.includes(sittingId)) ? [{ id, accountId }] : []));
    const accountIds = enrolments.map(({ accountId }) => accountId);
    const names = accountIds.length === 0 ? new Map<string, { name: string; login: string }>() : await this.accounts.namesOf(accountIds);
    const latest = await this.latest(accountIds);
    const candidates = enrolments.map(({ id, accountId }) => ({ enrolmentId: id, name: names.get(accountId)?.name ?? "", login: names.get(accountId)?.login ?? "", latest: latest.get(accountId) ?? null }));
    return { candidates: candidates.toSorted((a, b) => a.name.localeCompare(b.name, "id")) };
  }

  private async savedBy(accountId: string, checkId: string): Promise<Map<string, number>> {
    const { rows } = await sql<{ way: string; count: number }>`select way, count(*)::int as count from device_check_save where account_id = ${accountId} and check_id = ${checkId} group by way`.execute(this.em.getKysely());
    return new Map(rows.map(({ way, count }) => [way, count]));
  }

  private async one(accountId: string, checkId: string): Promise<DeviceCheckView | undefined> {
    const { rows } = await sql<Row>`select ${columns} from device_check where account_id = ${accountId} and check_id = ${checkId}`.execute(this.em.getKysely());
    return rows[0] && viewOf(rows[0]);
  }

  private async latest(accountIds: readonly string[]): Promise<Map<string, DeviceCheckView>> {
    const { rows } = await sql<Row>`select distinct on (account_id) ${columns} from device_check where account_id = any(${[...accountIds]}::uuid[]) order by account_id, at desc`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [row.accountId, viewOf(row)]));
  }
}

type Row = { accountId: string; atMs: number; userAgent: string | null; findings: unknown; verdict: string };
const columns = sql`account_id as "accountId", (extract(epoch from at) * 1000)::float8 as "atMs", user_agent as "userAgent", findings, verdict`;

function viewOf({ atMs, userAgent, findings, verdict }: Row): DeviceCheckView {
  return deviceCheckView.parse({ atMs: Math.round(atMs), userAgent, findings, verdict });
}
