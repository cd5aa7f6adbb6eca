import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_94_safe_exam_browser extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R5: whether candidates work in Safe Exam Browser with the settings of this sitting. Copied into each attempt when it is prepared.
alter table sitting add column safe_exam_browser boolean not null default false;

-- R5: what a candidate's browser said of its settings, and that the proctor let somebody go on in another one.
alter table room_entry drop constraint room_entry_kind_check;
alter table room_entry add constraint room_entry_kind_check check (kind in ('message', 'message-read', 'incident', 'room-started', 'admitted', 'identity', 'browser-checked', 'browser-exempted'));
    `);
  }
}
