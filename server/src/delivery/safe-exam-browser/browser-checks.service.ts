import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { BrowserPassAnswer, BrowserPassBody } from "@kompeten/shared/contracts/browser-pass";
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { Assessments, BrowserExamKeys, configKeyOfSitting, keyHash } from "../../planning/index.ts";
import type { Actor } from "../../platform/index.ts";
import { AttemptStates } from "../attempt-states.service.ts";
import { RoomRecord } from "../room/room-record.service.ts";
import { BrowserPasses } from "./browser-passes.ts";
import { judgeBrowser, type BrowserFinding } from "./browser-proof.rules.ts";

/** Findings of one outcome written down of one candidate in one sitting; far more than honest trying brings. What begins a hold is written besides. */
const findingsMax = 200;
type Headers = { configKeyHash: string | undefined; requestHash: string | undefined; userAgent: string | undefined };
type Asked = { attemptId: string; origin: string; path: string; headers: Headers; page: BrowserPassBody["page"] };
type Place = { sittingId: string; enrolmentId: string };
/** What the room's record says of a candidate's browser now. */
type Standing = { exempted: boolean; held: boolean; releaseId: string | null };

/** R5: whether a candidate's browser is Safe Exam Browser as the sitting wants it; in the running unit of work. */
@Injectable()
export class BrowserChecks {
  constructor(
    private readonly em: EntityManager,
    private readonly states: AttemptStates,
    private readonly assessments: Assessments,
    private readonly examKeys: BrowserExamKeys,
    private readonly record: RoomRecord,
    private readonly passes: BrowserPasses,
  ) {}

  /** Undefined for an attempt that is not the actor's. Every finding is in the room's record, what was expected and received included; a mismatch holds until a proctor has decided. */
  async pass(actor: Actor, asked: Asked): Promise<BrowserPassAnswer | undefined> {
    const known = await this.states.one(asked.attemptId);
    if (known?.record.accountId !== actor.accountId) return undefined;
    const place = { sittingId: known.record.sittingId, enrolmentId: known.record.enrolmentId };
    const allowed = { ok: true, ...this.passes.make({ ...actor, sittingId: place.sittingId }) } as const;
    if (!known.attempt.safeExamBrowser) return allowed;
    const finding = await this.judged(asked, place.sittingId);
    const before = await this.standing(place);
    await this.write(actor, place, { before, finding: { ...finding, browser: (asked.page?.version ?? asked.headers.userAgent)?.slice(0, 300) ?? null } });
    if (before.exempted) return allowed;
    const isHeld = before.held || finding.outcome === "mismatch";
    return finding.outcome === "matched" && !isHeld ? allowed : { ok: false, refusal: "browser-not-allowed", held: isHeld };
  }

  /** Whether this person has anything to do in a sitting. */
  async isSeated({ accountId }: Actor, sittingId: string): Promise<boolean> {
    const { rows } = await sql`select from attempt where account_id = ${accountId} and sitting_id = ${sittingId} limit 1`.execute(this.em.getKysely());
    return rows.length > 0;
  }

  private async judged({ origin, path, headers, page }: Asked, sittingId: string): Promise<BrowserFinding> {
    const keys = { config: configKeyOfSitting(origin, sittingId), exam: (await this.examKeys.of(sittingId)) ?? [] };
    const proof = {
      header: { url: `${origin}${path}`, configKeyHash: headers.configKeyHash ?? null, requestHash: headers.requestHash ?? null },
      page: page && { urls: page.urls, configKeyHash: page.configKeyHash, requestHash: page.requestHash ?? null },
    };
    return judgeBrowser(proof, keys, { hashOf: keyHash, isOurs: (url) => url.startsWith(`${origin}/`) });
  }

  /** Held by a mismatch that no proctor has looked at since; what was written before Browser Exam Keys were checked has no `request` and holds nobody. */
  private async standing({ sittingId, enrolmentId }: Place): Promise<Standing> {
    const { rows } = await sql<Standing>`
      with said as (
        select id, at, kind, body from room_entry
        where enrolment_id = ${enrolmentId} and kind in ('browser-checked', 'browser-exempted', 'browser-released') and (sitting_id is null or sitting_id = ${sittingId})),
      release as (select id, at from said where kind = 'browser-released' order by at desc limit 1)
      select exists (select from said where kind = 'browser-exempted') as exempted, (select id from release) as "releaseId",
        exists (select from said where kind = 'browser-checked' and body::jsonb ->> 'outcome' = 'mismatch' and body::jsonb ? 'request' and at > coalesce((select at from release), '-infinity')) as held`.execute(this.em.getKysely());
    return rows[0] ?? { exempted: false, held: false, releaseId: null };
  }

  /** The same finding in the same session is written once, and once more after a release: its opId follows from it. */
  private async write({ agencyId, accountId, sessionId }: Actor, place: Place, { before, finding }: { before: Standing; finding: BrowserFinding & { browser: string | null } }): Promise<void> {
    const { rows } = await sql<{ written: number }>`
      select count(*)::int as written from room_entry
      where enrolment_id = ${place.enrolmentId} and kind = 'browser-checked' and sitting_id = ${place.sittingId} and body::jsonb ->> 'outcome' = ${finding.outcome}`.execute(this.em.getKysely());
    const assessmentId = (await this.assessments.sittingHeadings([place.sittingId]))[0]?.assessmentId;
    const holds = finding.outcome === "mismatch" && !before.held && !before.exempted;
    if (assessmentId === undefined || (!holds && (rows[0]?.written ?? 0) >= findingsMax)) return;
    const opId = idOf(JSON.stringify([sessionId, place, before.releaseId, finding]));
    await this.record.add([{ ...place, assessmentId, opId, accountId, kind: "browser-checked", body: finding }], agencyId);
  }
}

function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
