import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_10_talent extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table talent_cycle (
  id uuid primary key,
  agency_id uuid not null references agency,
  title text not null,
  as_of date not null,
  configuration_id uuid not null references configuration,
  created_by uuid references account,
  created_at timestamptz not null default now()
);
-- One computed snapshot per cycle and person: every view reads the same one. No box where something is missing.
create table standing (
  id uuid primary key,
  agency_id uuid not null references agency,
  cycle_id uuid not null references talent_cycle,
  employee_id uuid not null references employee,
  revision int not null,
  performance_score double precision,
  potential_score double precision,
  talent_score double precision,
  box int check (box between 1 and 9),
  missing text[] not null,
  inputs jsonb not null,
  computed_at timestamptz not null default now(),
  unique (cycle_id, employee_id, revision)
);
-- A person always confirms; a later decision is a new row, the newest counts.
create table placement (
  id uuid primary key,
  agency_id uuid not null references agency,
  cycle_id uuid not null references talent_cycle,
  employee_id uuid not null references employee,
  standing_id uuid not null references standing,
  revision int not null,
  box int not null check (box between 1 and 9),
  reason text not null default '',
  confirmed_by uuid not null references account,
  confirmed_at timestamptz not null default now(),
  unique (cycle_id, employee_id, revision)
);
call tenant_table('talent_cycle', 'select, insert');
call tenant_table('standing', 'select, insert');
call tenant_table('placement', 'select, insert');
call append_only_table('standing');
call append_only_table('placement');
    `);
  }
}
