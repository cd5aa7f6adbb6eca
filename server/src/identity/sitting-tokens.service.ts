import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Audit, Clock, currentAccountId, currentAgencyId, newId } from "../platform/index.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { Sessions } from "./sessions.service.ts";
import { asToken } from "./sign-in.rules.ts";

export type IssuedToken = { accountId: string; login: string; token: string };
export type TokenState = { accountId: string; madeAtMs: number; usedAtMs: number | null };
/** A token that somebody has just shown they know. */
export type ShownToken = { tokenId: string; agencyId: string; validUntil: Date };

/**
 * What candidates may sign in with for one sitting, besides their password: good for one person, between two moments, and for nothing but the candidate's role.
 * One live token a person and sitting; a new one ends the old one and what was opened with it.
 */
@Injectable()
export class SittingTokens {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
  ) {}

  /** For those of these accounts that are not disabled; the tokens are in the answer and nowhere else. In the running unit of work. */
  async issue({ sittingId, accountIds, validFrom, validUntil }: { sittingId: string; accountIds: readonly string[]; validFrom: Date; validUntil: Date }): Promise<IssuedToken[]> {
    // Two proctors may press at once: the later one's tokens are those that hold.
    await sql`select pg_advisory_xact_lock(hashtext(${`sitting tokens ${sittingId}`}))`.execute(this.em.getKysely());
    await this.end(sittingId, accountIds);
    const { rows } = await sql<{ id: string; login: string }>`select id, login from account where id = any(${[...accountIds]}::uuid[]) and disabled_at is null`.execute(this.em.getKysely());
    const made: (IssuedToken & { id: string; hash: string })[] = [];
    for (const { id: accountId, login } of rows) {
      const token = this.hasher.oneTime();
      made.push({ id: newId(), accountId, login, token, hash: await this.hasher.hashOneTime(token) });
    }
    await sql`
      insert into sitting_token (id, agency_id, sitting_id, account_id, token_hash, valid_from, valid_until, made_by)
      select id, ${currentAgencyId()}, ${sittingId}, "accountId", hash, ${validFrom}, ${validUntil}, ${currentAccountId()}
      from jsonb_to_recordset(${JSON.stringify(made.map(({ id, accountId, hash }) => ({ id, accountId, hash })))}::jsonb) as given (id uuid, "accountId" uuid, hash text)`.execute(this.em.getKysely());
    await this.audit.record({ action: "identity.sitting-tokens.made", subjectKind: "sitting", subjectId: sittingId, details: { tokens: made.length } });
    return made.map(({ accountId, login, token }) => ({ accountId, login, token }));
  }

  /** How many were live. In the running unit of work. */
  async revoke(sittingId: string, accountIds: readonly string[]): Promise<number> {
    const ended = await this.end(sittingId, accountIds);
    if (ended > 0) await this.audit.record({ action: "identity.sitting-tokens.revoked", subjectKind: "sitting", subjectId: sittingId, details: { tokens: ended } });
    return ended;
  }

  /** Of those who have a live one. In the running unit of work. */
  async of(sittingId: string): Promise<TokenState[]> {
    const { rows } = await sql<TokenState>`
      select account_id as "accountId", round(extract(epoch from made_at) * 1000)::float8 as "madeAtMs", round(extract(epoch from used_at) * 1000)::float8 as "usedAtMs"
      from sitting_token where sitting_id = ${sittingId} and revoked_at is null`.execute(this.em.getKysely());
    return rows;
  }

  /** Outside any agency. As much work for somebody who is not there, or has none: the time must not tell. */
  async shown(accountId: string | undefined, typed: string): Promise<ShownToken | undefined> {
    const { rows } = await sql<{ tokenId: string; agencyId: string; tokenHash: string; validUntil: string }>`
      select token_id as "tokenId", agency_id as "agencyId", token_hash as "tokenHash", valid_until as "validUntil" from sitting_tokens_of(${accountId ?? null}::uuid, ${this.clock.now()})`.execute(this.em.fork().getKysely());
    const token = asToken(typed);
    if (rows.length === 0) await this.hasher.verifyOneTime(undefined, token);
    for (const { tokenId, agencyId, tokenHash, validUntil } of rows) if (await this.hasher.verifyOneTime(tokenHash, token)) return { tokenId, agencyId, validUntil: new Date(validUntil) };
    return undefined;
  }

  /** In the running unit of work. */
  async used(tokenId: string): Promise<void> {
    await sql`update sitting_token set used_at = ${this.clock.now()} where id = ${tokenId} and used_at is null`.execute(this.em.getKysely());
  }

  private async end(sittingId: string, accountIds: readonly string[]): Promise<number> {
    const { rows } = await sql<{ id: string }>`
      update sitting_token set revoked_at = ${this.clock.now()} where sitting_id = ${sittingId} and account_id = any(${[...accountIds]}::uuid[]) and revoked_at is null returning id`.execute(this.em.getKysely());
    if (rows.length > 0) await this.sessions.revokeOpenedWith(rows.map(({ id }) => id));
    return rows.length;
  }
}
