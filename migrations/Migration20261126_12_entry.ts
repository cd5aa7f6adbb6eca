import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_12_entry extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R3: whether candidates wait for the proctor, and how long after the start one may still come in; null: until the window ends.
-- Copied into each attempt when it is prepared.
alter table sitting
  add column proctor_starts boolean not null default false,
  add column entry_closes_minutes int check (entry_closes_minutes between 1 and 600);

-- T1: extra time that a person has in every assessment. One is in force: the newest that is neither revoked nor over.
create table accommodation (
  id uuid primary key,
  agency_id uuid not null references agency,
  employee_id uuid not null references employee,
  extra_percent int not null check (extra_percent between 5 and 200),
  reason text not null,
  approved_by text not null,
  valid_until date,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null default now(),
  revoked_by uuid references account,
  revoked_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);
create index accommodation_employee on accommodation (employee_id);
call tenant_table('accommodation', 'select, insert');
grant update (revoked_by, revoked_at) on accommodation to kompeten_app;
    `);
  }
}
