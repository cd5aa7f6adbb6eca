import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_98_endings extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- R7: an attempt that a proctor ends. Constraints and function are changed where they stand, whatever else they have learned since.
create procedure pg_temp.learn(p_constraint text, p_table regclass, p_known text, p_new text) language plpgsql as $$
declare v_check text := (select pg_get_constraintdef(oid) from pg_constraint where conname = p_constraint and conrelid = p_table);
begin
  if position(p_known in v_check) = 0 then raise exception '% does not know %', p_constraint, p_known; end if;
  execute format('alter table %s drop constraint %I, add constraint %I %s', p_table, p_constraint, p_constraint, replace(v_check, p_known, p_known || ', ' || p_new));
end $$;
call pg_temp.learn('journal_entry_kind_check', 'journal_entry', '''expired''::text', '''ended''::text');
call pg_temp.learn('attempt_closed_reason_check', 'attempt', '''expired''::text', '''ended''::text');
call pg_temp.learn('room_entry_kind_check', 'room_entry', '''identity''::text', '''ended''::text');

drop index journal_entry_moment;
create index journal_entry_moment on journal_entry (agency_id, at)
  where kind in ('started', 'taken-over', 'accommodated', 'extended', 'paused', 'resumed', 'submitted', 'expired', 'ended');

-- J6: 'ended' is somebody's deed, of an attempt that runs, up to its deadline; it closes the attempt at that moment.
do $$
declare
  v_function text := pg_get_functiondef('journal_append_each(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  v_change text[];
begin
  foreach v_change slice 1 in array array[
    ['p_next[i] ->> ''deviceId'' is not null) and p_accounts[i] is distinct from v_attempt.account_id)',
     'p_next[i] ->> ''deviceId'' is not null) and p_accounts[i] is distinct from v_attempt.account_id) or v_kind = ''ended'' and p_accounts[i] is null'],
    ['''submitted'', ''expired'', ''taken-over'')) and v_attempt.state <> ''running''', '''submitted'', ''expired'', ''ended'', ''taken-over'')) and v_attempt.state <> ''running'''],
    ['v_kind in (''section-opened'', ''submitted'') and v_now > v_attempt.deadline_at', 'v_kind in (''section-opened'', ''submitted'', ''ended'') and v_now > v_attempt.deadline_at'],
    ['when ''expired'' then ''closed'' end', 'when ''expired'' then ''closed'' when ''ended'' then ''closed'' end'],
    ['case v_kind when ''submitted'' then v_at', 'case v_kind when ''submitted'' then v_at when ''ended'' then v_at'],
    ['v_kind in (''submitted'', ''expired'') then v_kind', 'v_kind in (''submitted'', ''expired'', ''ended'') then v_kind']
  ] loop
    if position(v_change[1] in v_function) = 0 then raise exception 'journal_append_each has no %', v_change[1]; end if;
    v_function := replace(v_function, v_change[1], v_change[2]);
  end loop;
  execute v_function;
end $$;
    `);
  }
}
