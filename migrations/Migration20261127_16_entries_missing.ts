import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_16_entries_missing extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- J10: a page has had more of its attempt acknowledged than the journal holds. The check is changed where it stands, whatever else it has learned since.
do $$
declare v_check text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'room_entry_kind_check' and conrelid = 'room_entry'::regclass);
begin
  if position('''incident''::text' in v_check) = 0 then raise exception 'room_entry_kind_check is not as expected: %', v_check; end if;
  execute 'alter table room_entry drop constraint room_entry_kind_check, add constraint room_entry_kind_check ' || replace(v_check, '''incident''::text', '''incident''::text, ''entries-missing''::text');
end $$;
    `);
  }
}
