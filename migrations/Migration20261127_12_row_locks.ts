import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_12_row_locks extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- A row of another table that names an attempt locks its key (connections, receipts: many attempts, in any order). Appending changes no key, so the two need not
-- wait for each other, and must not: each could hold what the other wants.
do $$
declare
  v_name text;
  v_function text;
begin
  foreach v_name in array array['journal_append', 'journal_append_each'] loop
    select pg_get_functiondef(p.oid) into strict v_function from pg_proc p where p.proname = v_name;
    if position('for update;' in v_function) = 0 then raise exception '% locks no row', v_name; end if;
    execute replace(v_function, 'for update;', 'for no key update;');
  end loop;
end $$;
    `);
  }
}
