import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_13_unbroken extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
/*
 J1, J4: what is expected of an attempt's last seq was worked out by its caller on the assumption that everything before it in the call is appended. Where
 something was not, the number may come up all the same, of other entries: so nothing with an expectation follows it. What is set aside is no part of
 the count, and does not break it. Behind a text that is asked for whole nothing is set aside either, or it would come to count before that text. In a pause
 the pause is the answer, whatever was expected. And a difference that rests on nothing is never appended.
*/
do $$
declare
  v_function text := pg_get_functiondef('journal_append_each(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  v_change text[];
begin
  foreach v_change slice 1 in array array[
    ['v_set_aside uuid;', 'v_set_aside uuid; v_broken uuid[] := ''{}''; v_asked uuid[] := ''{}'';'],
    ['ordinal := i - 1; seq := null;', 'if outcome not in (''appended'', ''late'', ''quarantined'') then v_broken := v_broken || p_attempts[i - 1]; end if;
    if outcome = ''other-text'' then v_asked := v_asked || p_attempts[i - 1]; end if;
    ordinal := i - 1; seq := null;'],
    ['p_epochs[i] = v_attempt.epoch and p_expected_seqs[i] is distinct from v_attempt.last_seq',
     'p_epochs[i] = v_attempt.epoch and v_attempt.paused_at is null and not p_attempts[i] = any(v_asked)
        and (p_expected_seqs[i] is distinct from v_attempt.last_seq or p_attempts[i] = any(v_broken))'],
    ['when v_kind = ''edited'' then ''other-text''', 'when v_kind = ''edited'' or p_attempts[i] = any(v_asked) then ''other-text'''],
    ['when p_expected_seqs[i] is not null and p_expected_seqs[i] <> v_attempt.last_seq then ''stale''',
     'when v_is_work and v_attempt.state = ''running'' and v_attempt.paused_at is not null then ''paused''
      when v_kind = ''edited'' and p_expected_seqs[i] is null then ''stale''
      when p_expected_seqs[i] is not null and (p_expected_seqs[i] <> v_attempt.last_seq or p_attempts[i] = any(v_broken)) then ''stale''']
  ] loop
    if position(v_change[1] in v_function) = 0 then raise exception 'journal_append_each has no %', v_change[1]; end if;
    v_function := replace(v_function, v_change[1], v_change[2]);
  end loop;
  execute v_function;

  v_function := pg_get_functiondef('journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[])'::regprocedure);
  if position('and g.next is null' in v_function) = 0 then raise exception 'journal_append takes what changes the attempt'; end if;
  execute replace(v_function, 'and g.next is null', 'and g.next is null and (g.kind <> ''edited'' or g.expected_seq is not null)');
end $$;
    `);
  }
}
