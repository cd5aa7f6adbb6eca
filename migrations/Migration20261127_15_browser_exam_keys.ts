import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_15_browser_exam_keys extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R5: the Browser Exam Keys of the programs that a sitting may be taken in, one for each version and platform; with none of them any program will do that has the settings.
alter table sitting add column browser_exam_keys text[] not null default '{}';
alter table sitting add constraint sitting_browser_exam_keys_check
  check (cardinality(browser_exam_keys) <= 20 and array_position(browser_exam_keys, null) is null and array_to_string(browser_exam_keys, ' ') ~ '^([0-9a-f]{64}( [0-9a-f]{64})*)?$');

-- R5: that the proctor lets a candidate whose browser showed a wrong hash be checked again.
do $$
declare v_check text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'room_entry_kind_check' and conrelid = 'room_entry'::regclass);
begin
  if position('''browser-exempted''::text' in v_check) = 0 then raise exception 'room_entry_kind_check does not know browser-exempted'; end if;
  execute 'alter table room_entry drop constraint room_entry_kind_check, add constraint room_entry_kind_check '
    || replace(v_check, '''browser-exempted''::text', '''browser-exempted''::text, ''browser-released''::text');
end $$;
    `);
  }
}
