import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_05_authoring extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table instrument (
  id uuid primary key,
  agency_id uuid not null references agency,
  code text not null,
  kind text not null check (kind in ('test', 'in-basket', 'case')),
  created_at timestamptz not null default now(),
  unique (agency_id, code)
);
create table instrument_version (
  id uuid primary key,
  agency_id uuid not null references agency,
  instrument_id uuid not null references instrument,
  version int not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
  title text not null,
  language text not null,
  duration_seconds int not null check (duration_seconds > 0),
  summary text not null,
  candidate_instructions text not null,
  competencies text[] not null,
  content_sha256 text not null,
  created_by uuid references account,
  created_at timestamptz not null default now(),
  published_by uuid references account,
  published_at timestamptz,
  unique (instrument_id, version)
);
-- Paper and key stand apart: what delivers papers never reads this second table (design §4).
create table instrument_paper (
  instrument_version_id uuid primary key references instrument_version,
  agency_id uuid not null references agency,
  paper jsonb not null
);
create table instrument_key (
  instrument_version_id uuid primary key references instrument_version,
  agency_id uuid not null references agency,
  key jsonb not null,
  key_sha256 text not null
);
call tenant_table('instrument', 'select, insert');
call tenant_table('instrument_version', 'select, insert, update');
call tenant_table('instrument_paper', 'select, insert, update');
call tenant_table('instrument_key', 'select, insert, update');

create function forbid_published_change() returns trigger language plpgsql as $$
declare v_state text;
begin
  select state into v_state from instrument_version where id = old.instrument_version_id;
  if v_state <> 'draft' then raise exception 'a published instrument version is immutable' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger immutable_once_published before update or delete on instrument_paper for each row execute function forbid_published_change();
create trigger immutable_once_published before update or delete on instrument_key for each row execute function forbid_published_change();
create function forbid_published_version_change() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
    raise exception 'a published instrument version is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger immutable_once_published before update on instrument_version for each row execute function forbid_published_version_change();
    `);
  }
}
