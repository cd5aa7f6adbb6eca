import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_30_journal_checks extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- J6: a kind that changes the attempt must say into what. Against null every comparison of journal_append is null and lets it pass,
-- so that an attempt could be said to be taken over and stay where it was. One line of the function as it stands is exchanged.
do $patch$
declare
  v_old text := pg_get_functiondef('journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  v_new text := replace(v_old, 'v_next := p_next[i];', 'v_next := coalesce(p_next[i], ''{}'');');
begin
  if v_new = v_old then raise exception 'journal_append does not read p_next where it is expected'; end if;
  execute v_new;
end $patch$;

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
