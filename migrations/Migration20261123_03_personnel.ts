import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_03_personnel extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table organisation_unit (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null,
  parent_id uuid references organisation_unit,
  unique (agency_id, name)
);
create table employee (
  id uuid primary key,
  agency_id uuid not null references agency,
  nip text not null check (nip ~ '^[0-9]{18}$'),
  name text not null,
  title_before text,
  title_after text,
  sex text not null check (sex in ('male', 'female')),
  birth_place text,
  birth_date date not null,
  employment text not null check (employment in ('pns', 'pppk')),
  grade text not null,
  grade_since date,
  position_title text not null,
  position_type text not null,
  position_since date,
  unit_id uuid references organisation_unit,
  education text,
  education_field text,
  email text,
  phone text,
  account_id uuid references account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, nip)
);
create index employee_account on employee (account_id);
create table performance_record (
  id uuid primary key,
  agency_id uuid not null references agency,
  employee_id uuid not null references employee,
  year int not null check (year between 2000 and 2100),
  predicate text not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  unique (employee_id, year)
);
-- Component scores of the nine-box that the register supplies: awards, teamwork, feedback, education, discipline …; 0 to 100.
create table talent_component (
  id uuid primary key,
  agency_id uuid not null references agency,
  employee_id uuid not null references employee,
  code text not null,
  score double precision not null check (score between 0 and 100),
  as_of date not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  unique (employee_id, code, as_of)
);
-- A file that was read and checked, waiting for a person to confirm it: nothing of it is in the register before that.
create table import_batch (
  id uuid primary key,
  agency_id uuid not null references agency,
  account_id uuid not null references account,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  rows jsonb not null,
  problems jsonb not null,
  state text not null check (state in ('checked', 'confirmed', 'discarded')),
  created_at timestamptz not null default now(),
  decided_at timestamptz
);
call tenant_table('organisation_unit');
call tenant_table('employee');
call tenant_table('performance_record');
call tenant_table('talent_component');
call tenant_table('import_batch');
    `);
  }
}
