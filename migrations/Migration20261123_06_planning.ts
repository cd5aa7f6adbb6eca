import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_06_planning extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table assessment (
  id uuid primary key,
  agency_id uuid not null references agency,
  number text not null,
  title text not null,
  purpose text not null check (purpose in ('position-filling', 'mapping')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  standards_id uuid not null references configuration,
  standard_code text not null,
  dictionary_id uuid not null references configuration,
  jpm_categories_id uuid not null references configuration,
  notice_id uuid not null references configuration,
  lead_account_id uuid references account,
  version int not null default 1,
  created_by uuid references account,
  created_at timestamptz not null default now(),
  opened_by uuid references account,
  opened_at timestamptz,
  unique (agency_id, number)
);
create table assessment_instrument (
  agency_id uuid not null references agency,
  assessment_id uuid not null references assessment,
  instrument_version_id uuid not null references instrument_version,
  ordinal int not null,
  primary key (assessment_id, instrument_version_id)
);
-- The competency × instrument matrix: which instrument gives evidence for which competency.
create table assessment_matrix (
  agency_id uuid not null references agency,
  assessment_id uuid not null,
  instrument_version_id uuid not null,
  competency text not null,
  primary key (assessment_id, instrument_version_id, competency),
  foreign key (assessment_id, instrument_version_id) references assessment_instrument on delete cascade
);
create table sitting (
  id uuid primary key,
  agency_id uuid not null references agency,
  assessment_id uuid not null references assessment,
  title text not null,
  place text,
  window_start timestamptz not null,
  window_end timestamptz not null,
  time_zone text not null,
  check (window_end > window_start)
);
create table sitting_instrument (
  agency_id uuid not null references agency,
  sitting_id uuid not null references sitting on delete cascade,
  instrument_version_id uuid not null references instrument_version,
  ordinal int not null,
  primary key (sitting_id, instrument_version_id)
);
create table enrolment (
  id uuid primary key,
  agency_id uuid not null references agency,
  assessment_id uuid not null references assessment,
  employee_id uuid not null references employee,
  account_id uuid references account,
  enrolled_at timestamptz not null default now(),
  -- When the last one-time password was handed out for this sitting card; the next batch leaves it alone.
  card_issued_at timestamptz,
  withdrawn_at timestamptz,
  unique (assessment_id, employee_id)
);
create index enrolment_account on enrolment (account_id);
create index enrolment_employee on enrolment (employee_id);
create table enrolment_sitting (
  agency_id uuid not null references agency,
  enrolment_id uuid not null references enrolment on delete cascade,
  sitting_id uuid not null references sitting on delete cascade,
  primary key (enrolment_id, sitting_id)
);
create table assessor_assignment (
  id uuid primary key,
  agency_id uuid not null references agency,
  enrolment_id uuid not null references enrolment on delete cascade,
  account_id uuid not null references account,
  assigned_at timestamptz not null default now(),
  unique (enrolment_id, account_id)
);
create index assessor_assignment_account on assessor_assignment (account_id);
call tenant_table('assessment');
call tenant_table('assessment_instrument');
call tenant_table('assessment_matrix');
call tenant_table('sitting');
call tenant_table('sitting_instrument');
call tenant_table('enrolment');
call tenant_table('enrolment_sitting');
call tenant_table('assessor_assignment');
    `);
  }
}
