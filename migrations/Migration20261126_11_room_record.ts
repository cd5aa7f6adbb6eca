import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_11_room_record extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R1: what proctors do in a room, and what they note; append-only. Of one candidate (enrolment_id), or of everybody in a sitting.
create table room_entry (
  id uuid primary key,
  agency_id uuid not null references agency,
  assessment_id uuid not null references assessment,
  sitting_id uuid references sitting,
  enrolment_id uuid references enrolment,
  -- One deed may be an entry for each of many.
  op_id uuid not null,
  account_id uuid not null references account,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  kind text not null check (kind in ('message', 'message-read', 'incident', 'room-started', 'admitted', 'identity')),
  -- Of message-read.
  message_id uuid references room_entry,
  body text not null,
  check (sitting_id is not null or enrolment_id is not null),
  check ((message_id is not null) = (kind = 'message-read')),
  unique nulls not distinct (op_id, sitting_id, enrolment_id)
);
create index room_entry_room on room_entry (assessment_id, at);
create index room_entry_sitting on room_entry (sitting_id, kind) where enrolment_id is null;
create index room_entry_enrolment on room_entry (enrolment_id, kind);
-- What every process looks for once a second.
create index room_entry_told on room_entry (agency_id, at) where kind in ('message', 'room-started', 'admitted', 'identity');
call tenant_table('room_entry', 'select, insert');
call append_only_table('room_entry');
    `);
  }
}
