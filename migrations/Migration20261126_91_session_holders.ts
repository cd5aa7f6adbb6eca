import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_91_session_holders extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- Forced policies bind an owner who is no superuser too (as for attempts, Migration20261124_01): what runs in the owner's name below
-- must see memberships of all agencies. The application's role is not concerned.
create policy owner_looks on membership for select to current_user using (true);

/*
 Who holds these session tokens, with what there is to say whether they still do. Many at once, because a whole house may come back in
 the same second, and without an agency in scope, because it is the session that says which one. Only memberships in the session's own
 agency are told. Whoever asks must know the token.
*/
create function session_holders(p_hashes bytea[])
returns table (token_hash bytea, session_id uuid, account_id uuid, agency_id uuid, last_seen_at timestamptz, expires_at timestamptz, revoked_at timestamptz,
  must_change_password boolean, time_zone text, memberships jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.token_hash, s.id, s.account_id, s.agency_id, s.last_seen_at, s.expires_at, s.revoked_at, a.must_change_password, g.time_zone,
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
