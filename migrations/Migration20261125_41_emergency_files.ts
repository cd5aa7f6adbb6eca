import { Migration } from "@mikro-orm/migrations";

export class Migration20261125_41_emergency_files extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- What a candidate's page could not send and a proctor brought: which file, by whom, and what became of each operation.
create table emergency_file (
  agency_id uuid not null references agency,
  id uuid primary key,
  attempt_id uuid not null references attempt,
  sha256 text not null,
  epoch int not null,
  -- A claim of the device.
  made_at timestamptz not null,
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null default clock_timestamp(),
  report text not null,
  unique (attempt_id, sha256)
);
call tenant_table('emergency_file', 'select, insert');
call append_only_table('emergency_file');
    `);
  }
}
