import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_96_employee_photos extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R4: one photograph of a person, apart from the register's rows so that lists never carry it. Replaced or removed it is gone: nobody needs a former one.
create table employee_photo (
  employee_id uuid primary key references employee,
  agency_id uuid not null references agency,
  content bytea not null check (octet_length(content) <= 204800),
  kept_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);
call tenant_table('employee_photo');
    `);
  }
}
