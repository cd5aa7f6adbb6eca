import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { Clock } from "../platform/index.ts";
import { IdentitySettings } from "./identity.settings.ts";

const windowMs = 60_000;

/** Counts attempts per address and per login in windows of a minute, in the database, so that all web processes share them. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly settings: IdentitySettings,
  ) {}

  /** Counts one attempt; the answer is the seconds to wait, 0 when it may go ahead. */
  async attempt(address: string, login: string): Promise<number> {
    const byAddress = await this.count(keyOf("address", address), this.settings.perAddressMax);
    return byAddress > 0 ? byAddress : this.count(keyOf("login", login), this.settings.perLoginMax);
  }

  /** Someone who knows the password is not guessing it. */
  async forgive(login: string): Promise<void> {
    await sql`delete from sign_in_throttle where key = ${keyOf("login", login)}`.execute(this.outside());
  }

  private async count(key: string, max: number): Promise<number> {
    const now = this.clock.now();
    const stale = new Date(now.getTime() - windowMs);
    const { rows } = await sql<{ attempts: number; elapsed_ms: number }>`
      insert into sign_in_throttle as t (key, window_start, attempts) values (${key}, ${now}, 1)
      on conflict (key) do update set
        attempts = case when t.window_start <= ${stale} then 1 else t.attempts + 1 end,
        window_start = case when t.window_start <= ${stale} then excluded.window_start else t.window_start end
      returning attempts, (extract(epoch from ${now}::timestamptz - window_start) * 1000)::int as elapsed_ms`.execute(this.outside());
    const row = rows[0];
    if (row === undefined) return 0;
    if (row.attempts === 1) await this.sweep(now);
    return row.attempts > max ? Math.max(1, Math.ceil((windowMs - row.elapsed_ms) / 1000)) : 0;
  }

  private async sweep(now: Date): Promise<void> {
    await sql`delete from sign_in_throttle where window_start < ${new Date(now.getTime() - 60 * windowMs)}`.execute(this.outside());
  }

  /** Outside any unit of work: a refused sign-in must not take its count back. */
  private outside(): ReturnType<EntityManager["getKysely"]> {
    return this.em.fork().getKysely();
  }
}

/** Hashed: people type passwords into the wrong field. */
function keyOf(kind: "address" | "login", value: string): string {
  return `${kind}:${createHash("sha256").update(value).digest("hex")}`;
}
