import { Migration } from "@mikro-orm/migrations";

export class Migration20261125_11_connections extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- When a candidate's browser could reach us: evidence for what was made while the line was down (J7) and for the time an outage
-- cost (T5). Written by the process that held the connection; one that died leaves when it last saw the browser.
create table attempt_connection (
  id uuid primary key,
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  account_id uuid not null references account,
  device_id uuid,
  way text not null check (way in ('socket', 'http')),
  user_agent text,
  opened_at timestamptz not null,
  seen_at timestamptz not null check (seen_at >= opened_at),
  closed_at timestamptz,
  close_reason text
);
create index attempt_connection_attempt on attempt_connection (attempt_id, opened_at);
call tenant_table('attempt_connection', 'select, insert');
grant update (seen_at, closed_at, close_reason) on attempt_connection to kompeten_app;

-- J7: how long after the deadline something made in time while the line was down may still arrive and count. Copied into each
-- attempt when it is prepared.
alter table assessment add column offline_window_minutes int not null default 30 check (offline_window_minutes between 0 and 1440);
    `);
  }
}
