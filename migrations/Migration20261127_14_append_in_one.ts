import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_14_append_in_one extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- What the two triggers of forms did is done where everything else of an entry is: with a condition, they were set up anew for each statement.
drop trigger widen_window on journal_entry;
drop trigger refuse_time_without_limit on journal_entry;
drop function widen_window();
drop function refuse_time_without_limit();

/*
 J6: the only way in, with the same answers as before. Nearly all that arrives is the first piece of work in its call of an attempt that runs, with nothing to be
 said against it: that is found, locked, counted and written by one statement, however little there is of it. Everything else is judged one by one. What the
 statement takes must be what journal_append_each would append, so a new condition there is one here. Rows of one attempt stand together. Several attempts:
 sorted, so that two calls hardly ever wait for each other's rows crosswise. What is judged one by one is locked after the rest, so two of them that share two
 attempts may: then PostgreSQL ends one, and it is tried again.
*/
create or replace function journal_append(
  p_attempts uuid[], p_ops uuid[], p_epochs int[], p_accounts uuid[], p_kinds text[], p_bodies text[], p_expected_seqs int[], p_next jsonb[]
) returns table (ordinal int, outcome text, seq int, at_ms bigint, hash bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  v_agency uuid := current_agency();
  v_count int := coalesce(array_length(p_attempts, 1), 0);
  v_is_done boolean[] := array_fill(false, array[v_count]);
  v_done int := 0;
  v_row record;
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp());
begin
  if v_agency is null then raise exception 'journal_append: no agency in scope'; end if;
  -- J2: whatever the session says, this transaction is acknowledged when it is on disk.
  if current_setting('synchronous_commit') <> 'on' then perform set_config('synchronous_commit', 'on', true); end if;
  for v_row in
    with changed as (
      -- Of what stands together of one attempt, the first. Where another transaction has the row, this waits for it and judges the row that it left; of the
      -- journal it sees what was there before, so the same operation, committed meanwhile, fails at its key, and a second try finds it.
      update attempt a set last_seq = a.last_seq + 1, last_at = greatest(v_now, a.last_at), journal_bytes = a.journal_bytes + octet_length(g.body),
        last_hash = sha256(a.last_hash || convert_to(journal_entry_text(g.account_id, greatest(v_now, a.last_at), g.attempt_id, g.body, g.epoch, g.kind, g.op_id, a.last_seq + 1), 'UTF8'))
      from unnest(p_attempts, p_ops, p_epochs, p_accounts, p_kinds, p_bodies, p_expected_seqs, p_next) with ordinality
        as g (attempt_id, op_id, epoch, account_id, kind, body, expected_seq, next, n)
      where g.kind in ('responded', 'edited', 'flagged', 'visited', 'acted') and g.next is null and (g.kind <> 'edited' or g.expected_seq is not null)
        and (g.n = 1 or p_attempts[g.n - 1] <> g.attempt_id)
        -- By its key and in the order given, whatever the statistics say: account and state are asked in words that no index of theirs answers.
        and a.id = g.attempt_id and a.agency_id = v_agency and a.account_id is not distinct from g.account_id and g.epoch = a.epoch
        and a.state not in ('waiting', 'closed') and a.paused_at is null and date_trunc('milliseconds', clock_timestamp()) <= a.deadline_at
        and (g.expected_seq is null or g.expected_seq = a.last_seq) and a.journal_bytes + octet_length(g.body) <= 67108864
        and not exists (select from journal_entry j where j.attempt_id = g.attempt_id and j.op_id = g.op_id)
      returning g.n, a.id, a.last_seq, g.op_id, a.epoch, a.account_id, a.last_at, g.kind, g.body, a.last_hash
    ), written as (
      insert into journal_entry (agency_id, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash)
      select v_agency, id, last_seq, op_id, epoch, account_id, last_at, kind, body, last_hash from changed
    )
    select n::int as n, last_seq as seq, (extract(epoch from last_at) * 1000)::bigint as at_ms, last_hash as hash from changed
  loop
    v_is_done[v_row.n] := true;
    v_done := v_done + 1;
    ordinal := v_row.n - 1; outcome := 'appended'; seq := v_row.seq; at_ms := v_row.at_ms; hash := v_row.hash;
    return next;
  end loop;
  if v_done = v_count then return; end if;
  return query
    with rest as (
      select g.*
      from unnest(p_attempts, p_ops, p_epochs, p_accounts, p_kinds, p_bodies, p_expected_seqs, p_next, v_is_done) with ordinality
        as g (attempt_id, op_id, epoch, account_id, kind, body, expected_seq, next, is_done, n)
      where not g.is_done
    ), arrays as (
      select array_agg(n order by n) as places, array_agg(attempt_id order by n) as attempts, array_agg(op_id order by n) as ops, array_agg(epoch order by n) as epochs, array_agg(account_id order by n) as accounts,
        array_agg(kind order by n) as kinds, array_agg(body order by n) as bodies, array_agg(expected_seq order by n) as expected_seqs, array_agg(next order by n) as nexts
      from rest
    )
    select a.places[e.ordinal + 1]::int - 1, e.outcome, e.seq, e.at_ms, e.hash
    from arrays a, lateral journal_append_each(a.attempts, a.ops, a.epochs, a.accounts, a.kinds, a.bodies, a.expected_seqs, a.nexts) e;
end $$;

-- Stands here whole, as what several migrations have made of it.
create or replace function journal_append_each(
  p_attempts uuid[], p_ops uuid[], p_epochs int[], p_accounts uuid[], p_kinds text[], p_bodies text[], p_expected_seqs int[], p_next jsonb[]
) returns table (ordinal int, outcome text, seq int, at_ms bigint, hash bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := current_agency();
  v_attempt attempt%rowtype;
  v_first record;
  v_at timestamptz;
  v_now timestamptz;
  v_hash bytea;
  v_kind text;
  v_next jsonb;
  v_refusal text;
  v_cause text;
  v_is_work boolean;
  v_set_aside uuid;
  -- J1: of these something was not appended, so what is expected of their last seq is not to be trusted; of these a text is asked for whole.
  v_broken uuid[] := '{}';
  v_asked uuid[] := '{}';
begin
  if v_agency is null then raise exception 'journal_append: no agency in scope'; end if;
  -- J2: whatever the session says, this transaction is acknowledged when it is on disk.
  if current_setting('synchronous_commit') <> 'on' then perform set_config('synchronous_commit', 'on', true); end if;
  for i in 1 .. coalesce(array_length(p_attempts, 1), 0) loop
    if outcome not in ('appended', 'late', 'quarantined') then v_broken := v_broken || p_attempts[i - 1]; end if;
    if outcome = 'other-text' then v_asked := v_asked || p_attempts[i - 1]; end if;
    ordinal := i - 1; seq := null; at_ms := null; hash := null;
    v_kind := p_kinds[i];
    v_is_work := v_kind in ('responded', 'edited', 'flagged', 'visited', 'acted');
    select * into v_attempt from attempt a where a.id = p_attempts[i] and a.agency_id = v_agency for no key update;
    if not found or ((v_is_work or v_kind in ('notice-acknowledged', 'started', 'section-opened', 'submitted', 'time-acknowledged')
      or v_kind = 'taken-over' and p_next[i] ->> 'deviceId' is not null) and p_accounts[i] is distinct from v_attempt.account_id) or v_kind = 'ended' and p_accounts[i] is null
    then outcome := 'not-found'; return next; continue; end if;

    select j.seq, j.at, j.hash into v_first from journal_entry j where j.attempt_id = p_attempts[i] and j.op_id = p_ops[i];
    if found then
      outcome := 'replayed'; seq := v_first.seq; at_ms := (extract(epoch from v_first.at) * 1000)::bigint; hash := v_first.hash;
      return next; continue;
    end if;

    v_now := date_trunc('milliseconds', clock_timestamp());
    -- Against null every comparison is null and lets pass: a kind that changes the attempt must say into what.
    v_next := coalesce(p_next[i], '{}');
    if v_is_work then
      -- T7: until when a section is open follows from the entries that the caller knew of.
      if v_next ? 'untilMs' and v_attempt.state = 'running' and p_epochs[i] = v_attempt.epoch and v_attempt.paused_at is null and not p_attempts[i] = any(v_asked)
        and (p_expected_seqs[i] is distinct from v_attempt.last_seq or p_attempts[i] = any(v_broken))
      then outcome := 'stale'; return next; continue; end if;
      v_cause := case
        when p_epochs[i] <> v_attempt.epoch then 'stale-epoch'
        when v_attempt.state = 'closed' or v_attempt.state = 'running' and v_now > v_attempt.deadline_at then 'late'
        when v_next ? 'untilMs' and v_attempt.state = 'running' and v_attempt.paused_at is null and v_now > to_timestamp((v_next ->> 'untilMs')::double precision / 1000) then 'late'
      end;
      if v_cause is not null then
        outcome := case
          when v_kind = 'edited' or p_attempts[i] = any(v_asked) then 'other-text'
          when v_attempt.set_aside_count >= 20000 or v_attempt.journal_bytes + octet_length(p_bodies[i]) > 67108864 then 'limit-reached'
          when v_cause = 'late' then 'late'
          else 'quarantined'
        end;
        if outcome in ('quarantined', 'late') then
          insert into set_aside_operation (agency_id, attempt_id, op_id, cause, epoch, account_id, received_at, kind, body)
            values (v_agency, p_attempts[i], p_ops[i], v_cause, p_epochs[i], p_accounts[i], v_now, v_kind, p_bodies[i])
            on conflict (attempt_id, op_id) do nothing;
          if found then
            update attempt a set set_aside_count = set_aside_count + 1, journal_bytes = journal_bytes + octet_length(p_bodies[i]) where a.id = p_attempts[i];
          end if;
        end if;
        return next; continue;
      end if;
    end if;
    v_refusal := case
      when p_epochs[i] <> v_attempt.epoch then 'stale-epoch'
      when v_is_work and v_attempt.state = 'running' and v_attempt.paused_at is not null then 'paused'
      when v_kind = 'edited' and p_expected_seqs[i] is null then 'stale'
      when p_expected_seqs[i] is not null and (p_expected_seqs[i] <> v_attempt.last_seq or p_attempts[i] = any(v_broken)) then 'stale'
      when (v_kind = 'prepared') <> (v_attempt.last_seq = 0) then 'not-waiting'
      when v_kind in ('notice-acknowledged', 'started') and v_attempt.state <> 'waiting' then 'not-waiting'
      when v_kind in ('accommodated', 'extended', 'time-acknowledged') and v_attempt.state = 'closed' then 'not-running'
      when v_kind = 'merged' and v_attempt.state = 'waiting' then 'not-running'
      when (v_is_work or v_kind in ('paused', 'resumed', 'section-opened', 'submitted', 'expired', 'ended', 'taken-over')) and v_attempt.state <> 'running' then 'not-running'
      when v_kind in ('section-opened', 'submitted', 'ended') and v_now > v_attempt.deadline_at then 'deadline-passed'
      when (v_is_work or v_kind in ('paused', 'section-opened')) and v_attempt.paused_at is not null then 'paused'
      when v_kind = 'started' and (v_now < v_attempt.window_start or v_now >= v_attempt.window_end) then 'outside-window'
      when v_kind = 'expired' and v_now < v_attempt.deadline_at then 'not-due'
      when v_is_work and v_attempt.journal_bytes + octet_length(p_bodies[i]) > 67108864 then 'limit-reached'
    end;
    if v_refusal is not null then outcome := v_refusal; return next; continue; end if;
    -- What becomes of the attempt follows from the kind, never from what the caller claims.
    if (v_next ->> 'state') is distinct from (case v_kind when 'started' then 'running' when 'submitted' then 'closed' when 'expired' then 'closed' when 'ended' then 'closed' end)
      or (v_next ? 'startedAtMs') and v_kind <> 'started'
      or (v_next ? 'deadlineAtMs') and v_kind not in ('started', 'accommodated', 'extended', 'paused', 'resumed')
      or (v_next ? 'epoch') <> (v_kind = 'taken-over') or (v_next ->> 'epoch')::int <> v_attempt.epoch + 1
      or (v_next ? 'deviceId') and v_kind not in ('started', 'taken-over')
      or (v_next ? 'untilMs') and not v_is_work
    then raise exception 'journal_append: % cannot lead to %', v_kind, v_next; end if;
    -- T8: an attempt without a limit has no clock to stop and no share of a limit to be given; an outage takes nothing from it.
    if v_attempt.limit_ms is null and (v_kind in ('accommodated', 'paused', 'resumed') or v_kind = 'extended' and p_bodies[i]::jsonb ? 'outage')
    then raise exception 'journal_append: % of attempt %, which has no limit', v_kind, p_attempts[i]; end if;
    -- T2: a process whose clock is wrong starts nothing.
    if v_kind = 'started' and abs((v_next ->> 'startedAtMs')::bigint - (extract(epoch from v_now) * 1000)::bigint) > 5000
    then raise exception 'journal_append: started at %, now %', v_next ->> 'startedAtMs', v_now; end if;
    if v_kind = 'section-opened' and abs((p_bodies[i]::jsonb ->> 'openedAtMs')::bigint - (extract(epoch from v_now) * 1000)::bigint) > 5000
    then raise exception 'journal_append: section opened at %, now %', p_bodies[i]::jsonb ->> 'openedAtMs', v_now; end if;
    if v_kind = 'merged' then
      v_set_aside := (p_bodies[i]::jsonb ->> 'opId')::uuid;
      perform 1 from set_aside_operation s where s.attempt_id = p_attempts[i] and s.op_id = v_set_aside
        and not exists (select 1 from merged_operation m where m.attempt_id = s.attempt_id and m.op_id = s.op_id);
      if not found then outcome := 'not-set-aside'; return next; continue; end if;
    end if;

    -- Times inside one attempt never run backwards, whatever the machine's clock does.
    v_at := greatest(v_now, v_attempt.last_at);
    seq := v_attempt.last_seq + 1;
    v_hash := sha256(v_attempt.last_hash || convert_to(journal_entry_text(p_accounts[i], v_at, p_attempts[i], p_bodies[i], v_attempt.epoch, v_kind, p_ops[i], seq), 'UTF8'));
    insert into journal_entry (agency_id, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash)
      values (v_agency, p_attempts[i], seq, p_ops[i], v_attempt.epoch, p_accounts[i], v_at, v_kind, p_bodies[i], v_hash);
    if v_kind = 'merged' then
      insert into merged_operation (agency_id, attempt_id, op_id, seq) values (v_agency, p_attempts[i], v_set_aside, seq);
    end if;
    update attempt a set
      last_seq = journal_append_each.seq,
      last_hash = v_hash,
      last_at = v_at,
      journal_bytes = journal_bytes + octet_length(p_bodies[i]),
      state = coalesce(v_next ->> 'state', a.state),
      epoch = coalesce((v_next ->> 'epoch')::int, a.epoch),
      device_id = case when v_next ? 'deviceId' then (v_next ->> 'deviceId')::uuid else a.device_id end,
      time_seq = case when v_kind in ('accommodated', 'extended', 'paused', 'resumed') then journal_append_each.seq else a.time_seq end,
      time_acknowledged_seq = case when v_kind = 'time-acknowledged' then (p_bodies[i]::jsonb ->> 'seq')::int else a.time_acknowledged_seq end,
      started_at = coalesce(to_timestamp((v_next ->> 'startedAtMs')::double precision / 1000), a.started_at),
      -- T8: more time for an attempt without a limit is a later end of its window. It follows from the entry, never from what the caller claims.
      window_end = case when v_kind = 'extended' and a.limit_ms is null then a.window_end + make_interval(secs => (p_bodies[i]::jsonb ->> 'ms')::double precision / 1000) else a.window_end end,
      deadline_at = coalesce(to_timestamp((v_next ->> 'deadlineAtMs')::double precision / 1000), a.deadline_at),
      paused_at = case v_kind when 'paused' then v_at when 'resumed' then null else a.paused_at end,
      -- T3: what expired ended at its deadline, whenever that was noticed.
      closed_at = case v_kind when 'submitted' then v_at when 'ended' then v_at when 'expired' then a.deadline_at else a.closed_at end,
      closed_reason = case when v_kind in ('submitted', 'expired', 'ended') then v_kind else a.closed_reason end
      where a.id = p_attempts[i];
    outcome := 'appended'; at_ms := (extract(epoch from v_at) * 1000)::bigint; hash := v_hash;
    return next;
  end loop;
end $$;
    `);
  }
}
