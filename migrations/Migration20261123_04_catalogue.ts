import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_04_catalogue extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- Dated, versioned configuration with its legal basis: dictionaries, position standards, JPM categories, nine-box tables, notices.
-- A version never changes: a change is a new version (no UPDATE for anybody).
create table configuration (
  id uuid primary key,
  agency_id uuid not null references agency,
  kind text not null check (kind in ('competency-dictionary', 'position-standards', 'jpm-categories', 'nine-box', 'notice')),
  code text not null,
  version int not null check (version > 0),
  title text not null,
  legal_basis text not null,
  effective_from date not null,
  content jsonb not null,
  content_sha256 text not null,
  created_at timestamptz not null default now(),
  unique (agency_id, kind, code, version)
);
call tenant_table('configuration', 'select, insert');
call append_only_table('configuration');
    `);
  }
}
