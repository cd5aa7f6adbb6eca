import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_92_moments extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- T4: what a process that has an attempt open must hear of, found by when it happened. Work is not among it, so that a save pays nothing.
create index journal_entry_moment on journal_entry (agency_id, at)
  where kind in ('started', 'taken-over', 'accommodated', 'extended', 'paused', 'resumed', 'submitted', 'expired');
    `);
  }
}
