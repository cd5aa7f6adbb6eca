import { Migration } from "@mikro-orm/migrations";

export class Migration20261125_01_closing_inputs extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- What the lead closed on: sheets and scores by id. Read when the result is computed, which is later, when more may have been handed in.
-- Closings of before have none and never change, hence "not valid".
alter table integration add column inputs jsonb;
alter table integration add constraint closed_with_inputs check (state = 'open' or inputs is not null) not valid;
    `);
  }
}
