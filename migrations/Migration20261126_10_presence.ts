import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_10_presence extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- P2: what the browser last told of itself on this connection. Written when it changes, not when it is told.
alter table attempt_connection
  add column round_trip_ms int,
  add column unsaved int not null default 0,
  add column away_since timestamptz;
grant update (round_trip_ms, unsaved, away_since) on attempt_connection to kompeten_app;

-- P3: when the page went out of the candidate's sight and came back, by the device's own word. Evidence, and nothing is decided by it.
create table focus_event (
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  event_id uuid not null,
  account_id uuid not null references account,
  kind text not null check (kind in ('away', 'back')),
  cause text not null check (cause in ('hidden', 'blurred')),
  at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (attempt_id, event_id)
);
call tenant_table('focus_event', 'select, insert');
call append_only_table('focus_event');
    `);
  }
}
