import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_97_sitting_tokens extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- What a candidate may sign in with on the day, made by the proctor. The token itself is never stored. Kept after it was revoked: who made it, when, and whether it was used.
create table sitting_token (
  id uuid primary key,
  agency_id uuid not null references agency,
  sitting_id uuid not null references sitting,
  account_id uuid not null references account,
  token_hash text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null check (valid_until > valid_from),
  made_by uuid not null references account,
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index sitting_token_live on sitting_token (sitting_id, account_id) where revoked_at is null;
create index sitting_token_account on sitting_token (account_id) where revoked_at is null;
call tenant_table('sitting_token', 'select, insert');
grant update (used_at, revoked_at) on sitting_token to kompeten_app;
alter table session add column sitting_token_id uuid references sitting_token;
create index session_sitting_token on session (sitting_token_id) where sitting_token_id is not null and revoked_at is null;

-- Forced policies bind an owner who is no superuser too, as for memberships.
create policy owner_looks on sitting_token for select to current_user using (true);

-- The hashes that signing in compares with: without an agency in scope, because it is the token that says which one. Tells nothing that lets anybody in.
create function sitting_tokens_of(p_account uuid, p_at timestamptz)
returns table (token_id uuid, agency_id uuid, token_hash text, valid_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, agency_id, token_hash, valid_until from sitting_token
  where account_id = p_account and revoked_at is null and valid_from <= p_at and valid_until > p_at order by valid_until limit 8
$$;
revoke all on function sitting_tokens_of(uuid, timestamptz) from public;
grant execute on function sitting_tokens_of(uuid, timestamptz) to kompeten_app;

-- As before, and by which token somebody came in.
drop function session_holders(bytea[]);
create function session_holders(p_hashes bytea[])
returns table (token_hash bytea, session_id uuid, account_id uuid, agency_id uuid, last_seen_at timestamptz, expires_at timestamptz, revoked_at timestamptz,
  must_change_password boolean, sitting_token_id uuid, time_zone text, memberships jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.token_hash, s.id, s.account_id, s.agency_id, s.last_seen_at, s.expires_at, s.revoked_at, a.must_change_password, s.sitting_token_id, g.time_zone,
    (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'validFrom', m.valid_from, 'validUntil', m.valid_until) order by m.created_at, m.id), '[]')
      from membership m where m.account_id = s.account_id and m.agency_id = s.agency_id and m.ended_at is null)
  from session s join account a on a.id = s.account_id and a.disabled_at is null join agency g on g.id = s.agency_id
  where s.token_hash = any(p_hashes)
$$;
revoke all on function session_holders(bytea[]) from public;
grant execute on function session_holders(bytea[]) to kompeten_app;
    `);
  }
}
