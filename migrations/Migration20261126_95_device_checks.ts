import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_95_device_checks extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- B2: what a candidate's device check found, by the browser's own word but for the saves, which had to be there. Append-only: the record
-- of the candidate's own deed, so the audit record does not repeat it.
create table device_check (
  agency_id uuid not null references agency,
  account_id uuid not null references account,
  check_id uuid not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  user_agent text,
  findings jsonb not null,
  verdict text not null check (verdict in ('ready', 'attention', 'unusable')),
  primary key (agency_id, account_id, check_id)
);
create index device_check_latest on device_check (account_id, at desc);
call tenant_table('device_check', 'select, insert');
call append_only_table('device_check');

-- B1: the saves that are measured. Not answers and not evidence: a person has one row for each number and way, written over by the next
-- check, so that they never grow.
create table device_check_save (
  agency_id uuid not null references agency,
  account_id uuid not null references account,
  way text not null check (way in ('socket', 'http')),
  number int not null check (number between 1 and 8),
  check_id uuid not null,
  sample text not null check (length(sample) <= 1000),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, account_id, way, number)
);
call tenant_table('device_check_save', 'select, insert');
grant update (check_id, sample, saved_at) on device_check_save to kompeten_app;
    `);
  }
}
