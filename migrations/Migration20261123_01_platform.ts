import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_01_platform extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- The application connects as kompeten_app, which owns nothing and cannot bypass row-level security (ADR 0004).
create function current_agency() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.agency_id', true), '')::uuid $$;
create function current_account() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

-- Makes a table tenant-owned: without the scope of an agency it shows nothing and takes nothing.
create procedure tenant_table(p_table regclass, p_privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy tenant_isolation on %s using (agency_id = current_agency()) with check (agency_id = current_agency())', p_table);
  execute format('grant %s on %s to kompeten_app', p_privileges, p_table);
end $$;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Makes a table append-only for everybody, the owner included.
create procedure append_only_table(p_table regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function forbid_change()', p_table);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function forbid_change()', p_table);
end $$;

create table agency (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  short_name text not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);
grant select, insert on agency to kompeten_app;

-- Who saw and changed what: one hash chain per agency, written in the transaction of the deed.
create table audit_head (
  agency_id uuid primary key references agency,
  last_seq bigint not null,
  last_hash bytea not null
);
create table audit_entry (
  agency_id uuid not null references agency,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  action text not null check (action ~ '^[a-z-]+([.][a-z-]+)+$'),
  subject_kind text not null,
  subject_id text not null,
  details text not null,
  hash bytea not null,
  primary key (agency_id, seq)
);
create index audit_entry_subject on audit_entry (agency_id, subject_kind, subject_id);
call tenant_table('audit_head', 'select');
call tenant_table('audit_entry', 'select');
call append_only_table('audit_entry');

create function audit_append(p_action text, p_subject_kind text, p_subject_id text, p_details text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := current_agency();
  v_head audit_head%rowtype;
  v_at timestamptz;
  v_seq bigint;
  v_hash bytea;
begin
  if v_agency is null then raise exception 'audit_append: no agency in scope'; end if;
  insert into audit_head (agency_id, last_seq, last_hash) values (v_agency, 0, '\\x') on conflict do nothing;
  select * into v_head from audit_head where agency_id = v_agency for update;
  v_seq := v_head.last_seq + 1;
  v_at := date_trunc('milliseconds', clock_timestamp());
  v_hash := sha256(v_head.last_hash || convert_to(concat_ws(E'\\x1f',
    v_agency, v_seq, (extract(epoch from v_at) * 1000)::bigint, coalesce(current_account()::text, ''), p_action, p_subject_kind, p_subject_id, p_details), 'UTF8'));
  insert into audit_entry (agency_id, seq, at, account_id, action, subject_kind, subject_id, details, hash)
    values (v_agency, v_seq, v_at, current_account(), p_action, p_subject_kind, p_subject_id, p_details, v_hash);
  update audit_head set last_seq = v_seq, last_hash = v_hash where agency_id = v_agency;
  return v_seq;
end $$;
revoke all on function audit_append(text, text, text, text) from public;
grant execute on function audit_append(text, text, text, text) to kompeten_app;

-- Small facts of the installation itself, such as "the demonstration has been seeded".
create table installation_fact (
  name text primary key,
  value text not null,
  at timestamptz not null default now()
);
grant select, insert on installation_fact to kompeten_app;
    `);
  }
}
