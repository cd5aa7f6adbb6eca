import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_17_set_aside_for_good extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- J5, J7: what was set aside is answered so whatever epoch it is sent under later, and never comes to be applied by being sent again; only a merge makes it count.
do $$
declare
  v_each text := pg_get_functiondef('journal_append_each(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  v_fast text := pg_get_functiondef('journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  v_judged constant text := '    v_now := date_trunc(''milliseconds'', clock_timestamp());';
  v_running constant text := 'and a.paused_at is null and';
begin
  if array_length(string_to_array(v_each, v_judged), 1) <> 2 then raise exception 'journal_append_each does not ask the time once'; end if;
  execute replace(v_each, v_judged, '    if v_is_work and v_attempt.set_aside_count > 0 then
      select s.cause into v_cause from set_aside_operation s where s.attempt_id = p_attempts[i] and s.op_id = p_ops[i];
      if found then outcome := case v_cause when ''late'' then ''late'' else ''quarantined'' end; return next; continue; end if;
    end if;

' || v_judged);
  if array_length(string_to_array(v_fast, v_running), 1) <> 2 then raise exception 'journal_append does not ask for a pause once'; end if;
  execute replace(v_fast, v_running, 'and a.paused_at is null and a.set_aside_count = 0 and');
end $$;
    `);
  }
}
