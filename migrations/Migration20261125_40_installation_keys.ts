import { Migration } from "@mikro-orm/migrations";

export class Migration20261125_40_installation_keys extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- Key pairs of the installation, of no agency. The private halves are sealed with KOMPETEN_SECRET, which is not in the database.
create table installation_key (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  purpose text not null check (purpose in ('receipt', 'emergency-file')),
  public_key bytea not null,
  sealed_private_key bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
create index installation_key_purpose on installation_key (purpose, created_at);
grant select, insert on installation_key to kompeten_app;
call append_only_table('installation_key');

-- J9: what was signed for a closed attempt: one for the journal as it stood at the end, another when something was set aside or merged later.
create table attempt_receipt (
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  seq int not null,
  set_aside_count int not null,
  key_id text not null references installation_key,
  content text not null,
  signature bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (attempt_id, seq, set_aside_count)
);
call tenant_table('attempt_receipt', 'select, insert');
call append_only_table('attempt_receipt');
    `);
  }
}
