import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_93_journal_keys extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- J6: journal_append is the only way in. It takes the attempt's row, in its own agency, and holds it until the entry is there, and neither
-- attempts nor agencies can be deleted: what these two keys check of every entry is so already.
alter table journal_entry drop constraint journal_entry_attempt_id_fkey, drop constraint journal_entry_agency_id_fkey;

-- What it is made of (numbers and ids as text) is stable by PostgreSQL's own declarations. Said to be more than that it could not be taken
-- into the statement that uses it, and was called for each entry.
alter function journal_entry_text(uuid, timestamptz, uuid, text, int, text, uuid, int) stable;
    `);
  }
}
