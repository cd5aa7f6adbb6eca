import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_09_profiles extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- An immutable, versioned outcome of one enrolment; a correction is a new revision.
create table result (
  id uuid primary key,
  agency_id uuid not null references agency,
  enrolment_id uuid not null references enrolment,
  employee_id uuid not null references employee,
  assessment_id uuid not null references assessment,
  revision int not null,
  purpose text not null,
  standards_id uuid not null references configuration,
  standard_code text not null,
  jpm_categories_id uuid not null references configuration,
  -- [{competency, required, achieved}], as agreed.
  levels jsonb not null,
  jpm_percent double precision not null,
  category_code text not null,
  valid_from date not null,
  valid_until date not null,
  inputs jsonb not null,
  created_at timestamptz not null default now(),
  unique (enrolment_id, revision)
);
create index result_employee on result (agency_id, employee_id, valid_from desc);
call tenant_table('result', 'select, insert');
call append_only_table('result');
    `);
  }
}
