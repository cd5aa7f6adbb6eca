import { Migration } from "@mikro-orm/migrations";

export class Migration20261126_90_append_in_sets extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
drop function journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[]);

/*
 J6: the only way in, as before, with the same answers. Nearly all that arrives in a full statement is one piece of work each of many
 attempts that run, with nothing to be said against it: that is found and written as a set. Everything else is judged one by one. What the set takes must be what journal_append_each would append, so a new condition there is one here.
*/
create function journal_append(
  p_attempts uuid[], p_ops uuid[], p_epochs int[], p_accounts uuid[], p_kinds text[], p_bodies text[], p_expected_seqs int[], p_next jsonb[]
) returns table (ordinal int, outcome text, seq int, at_ms bigint, hash bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  v_agency uuid := current_agency();
  v_count int := coalesce(array_length(p_attempts, 1), 0);
  v_is_done boolean[] := array_fill(false, array[v_count]);
  v_row record;
begin
  if v_agency is null then raise exception 'journal_append: no agency in scope'; end if;
  if v_count >= 4 then
    -- J2: whatever the session says, this transaction is acknowledged when it is on disk.
    perform set_config('synchronous_commit', 'on', true);
    -- A statement of its own, so that the next one sees what those before have committed.
    perform from attempt a where a.id = any(p_attempts) and a.agency_id = v_agency order by a.id for update;
    for v_row in
      with given as materialized (
        select g.*, count(*) over (partition by g.attempt_id) as together
        from unnest(p_attempts, p_ops, p_epochs, p_accounts, p_kinds, p_bodies, p_expected_seqs, p_next) with ordinality
          as g (attempt_id, op_id, epoch, account_id, kind, body, expected_seq, next, n)
      ), fit as materialized (
        select g.n, g.attempt_id, g.op_id, g.account_id, g.kind, g.body, a.epoch, a.last_seq + 1 as seq, clock.at,
          sha256(a.last_hash || convert_to(journal_entry_text(g.account_id, clock.at, g.attempt_id, g.body, a.epoch, g.kind, g.op_id, a.last_seq + 1), 'UTF8')) as hash
        from given g
        join attempt a on a.id = g.attempt_id and a.agency_id = v_agency
        cross join lateral (select date_trunc('milliseconds', clock_timestamp()) as now, greatest(date_trunc('milliseconds', clock_timestamp()), a.last_at) as at offset 0) clock
        where g.together = 1 and g.kind in ('responded', 'edited', 'flagged', 'visited', 'acted') and g.next is null
          and g.account_id = a.account_id and g.epoch = a.epoch and a.state = 'running' and a.paused_at is null and clock.now <= a.deadline_at
          and (g.expected_seq is null or g.expected_seq = a.last_seq) and a.journal_bytes + octet_length(g.body) <= 67108864
          and not exists (select from journal_entry j where j.attempt_id = g.attempt_id and j.op_id = g.op_id)
      ), written as (
        insert into journal_entry (agency_id, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash)
        select v_agency, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash from fit
      ), changed as (
        update attempt a set last_seq = f.seq, last_hash = f.hash, last_at = f.at, journal_bytes = a.journal_bytes + octet_length(f.body)
        from fit f where a.id = f.attempt_id
      )
      select n::int as n, seq, (extract(epoch from at) * 1000)::bigint as at_ms, hash from fit
    loop
      v_is_done[v_row.n] := true;
      ordinal := v_row.n - 1; outcome := 'appended'; seq := v_row.seq; at_ms := v_row.at_ms; hash := v_row.hash;
      return next;
    end loop;
  end if;
  if not (false = any(v_is_done)) then return; end if;
  return query
    with rest as materialized (
      select g.*, row_number() over (order by g.n) as place
      from unnest(p_attempts, p_ops, p_epochs, p_accounts, p_kinds, p_bodies, p_expected_seqs, p_next, v_is_done) with ordinality
        as g (attempt_id, op_id, epoch, account_id, kind, body, expected_seq, next, is_done, n)
      where not g.is_done
    ), arrays as (
      select array_agg(attempt_id order by n) as attempts, array_agg(op_id order by n) as ops, array_agg(epoch order by n) as epochs, array_agg(account_id order by n) as accounts,
        array_agg(kind order by n) as kinds, array_agg(body order by n) as bodies, array_agg(expected_seq order by n) as expected_seqs, array_agg(next order by n) as nexts
      from rest
    )
    select r.n::int - 1, e.outcome, e.seq, e.at_ms, e.hash
    from arrays a, lateral journal_append_each(a.attempts, a.ops, a.epochs, a.accounts, a.kinds, a.bodies, a.expected_seqs, a.nexts) e
    join rest r on r.place = e.ordinal + 1;
end $$;
revoke all on function journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[]) from public;
grant execute on function journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[]) to kompeten_app;
    `);
  }
}
