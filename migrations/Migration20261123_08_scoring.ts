import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_08_scoring extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- A keyed score; recomputing makes a new revision with the same inputs named (S1).
create table score (
  id uuid primary key,
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  revision int not null,
  instrument_version_id uuid not null references instrument_version,
  key_sha256 text not null,
  journal_seq int not null,
  journal_hash bytea not null,
  points double precision not null,
  max_points double precision not null,
  standard_error double precision,
  detail jsonb not null,
  scored_at timestamptz not null default now(),
  unique (attempt_id, revision)
);
call tenant_table('score', 'select, insert');
call append_only_table('score');

-- One assessor's sheet for one attempt; drafts are theirs alone, a submitted sheet never changes (S2).
create table rating_sheet (
  id uuid primary key,
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  enrolment_id uuid not null references enrolment,
  assessor_account_id uuid not null references account,
  state text not null default 'draft' check (state in ('draft', 'submitted')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  unique (attempt_id, assessor_account_id)
);
create table rating (
  sheet_id uuid not null references rating_sheet,
  agency_id uuid not null references agency,
  competency text not null,
  level int check (level between 1 and 5),
  note text not null default '',
  primary key (sheet_id, competency)
);
call tenant_table('rating_sheet', 'select, insert, update');
call tenant_table('rating', 'select, insert, update');
create function forbid_submitted_change() returns trigger language plpgsql as $$
declare v_state text;
begin
  if tg_table_name = 'rating_sheet' then v_state := old.state;
  else
    select state into v_state from rating_sheet where id = case when tg_op = 'INSERT' then new.sheet_id else old.sheet_id end;
  end if;
  if v_state = 'submitted' then raise exception 'a submitted rating never changes' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger submitted_is_final before update or delete on rating_sheet for each row execute function forbid_submitted_change();
create trigger submitted_is_final before insert or update or delete on rating for each row execute function forbid_submitted_change();

-- The agreed level per competency, and the closing of a candidate's integration by the lead.
create table integration (
  enrolment_id uuid primary key references enrolment,
  agency_id uuid not null references agency,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_by uuid references account,
  closed_at timestamptz
);
create table consensus (
  enrolment_id uuid not null references integration (enrolment_id),
  agency_id uuid not null references agency,
  competency text not null,
  level int not null check (level between 1 and 5),
  reason text not null,
  decided_by uuid not null references account,
  decided_at timestamptz not null default now(),
  primary key (enrolment_id, competency)
);
call tenant_table('integration', 'select, insert, update');
call tenant_table('consensus', 'select, insert, update');
create function forbid_closed_integration_change() returns trigger language plpgsql as $$
declare v_state text;
begin
  if tg_table_name = 'integration' then v_state := old.state;
  else select state into v_state from integration where enrolment_id = case when tg_op = 'INSERT' then new.enrolment_id else old.enrolment_id end;
  end if;
  if v_state = 'closed' then raise exception 'a closed integration never changes' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger closed_is_final before update or delete on integration for each row execute function forbid_closed_integration_change();
create trigger closed_is_final before insert or update or delete on consensus for each row execute function forbid_closed_integration_change();
    `);
  }
}
