import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_30_journal_checks extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- J5, J7: what comes to count is what was set aside, to the letter; the application only says which, why and by whom.
create function merged_as_set_aside() returns trigger language plpgsql as $$
begin
  if not exists (
    select from set_aside_operation s join journal_entry j on j.attempt_id = s.attempt_id and j.seq = new.seq
    where s.attempt_id = new.attempt_id and s.op_id = new.op_id and j.body::jsonb -> 'deed' = jsonb_build_object('kind', s.kind, 'body', s.body::jsonb)
  ) then raise exception 'journal_append: what is merged is not what was set aside as %', new.op_id; end if;
  return new;
end $$;
create trigger merged_as_set_aside before insert on merged_operation for each row execute function merged_as_set_aside();
    `);
  }
}
