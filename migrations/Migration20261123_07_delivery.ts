import { Migration } from "@mikro-orm/migrations";

export class Migration20261123_07_delivery extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- One candidate's run of one instrument. Everything below the line is a projection of the journal, written by
-- journal_append alone: the application may insert a waiting attempt and nothing else.
create table attempt (
  id uuid primary key,
  agency_id uuid not null references agency,
  enrolment_id uuid not null references enrolment,
  sitting_id uuid not null references sitting,
  instrument_version_id uuid not null references instrument_version,
  account_id uuid not null references account,
  seed int not null,
  -- Place in the sitting: instruments are taken in order.
  ordinal int not null,
  limit_ms bigint not null check (limit_ms > 0),
  window_start timestamptz not null,
  window_end timestamptz not null check (window_end > window_start),
  created_at timestamptz not null default now(),
  ---
  state text not null default 'waiting' check (state in ('waiting', 'running', 'closed')),
  epoch int not null default 1,
  last_seq int not null default 0,
  last_hash bytea not null default '\\x',
  started_at timestamptz,
  deadline_at timestamptz check (deadline_at <= window_end),
  paused_at timestamptz,
  closed_at timestamptz,
  closed_reason text check (closed_reason in ('submitted', 'expired')),
  unique (enrolment_id, instrument_version_id)
) with (fillfactor = 70);
create index attempt_account on attempt (account_id);
create index attempt_sitting on attempt (sitting_id);
-- T3: what the closing worker reads.
create index attempt_deadline on attempt (deadline_at) where state = 'running';
call tenant_table('attempt', 'select');
grant insert (id, agency_id, enrolment_id, sitting_id, instrument_version_id, account_id, seed, ordinal, limit_ms, window_start, window_end) on attempt to kompeten_app;

-- J1, J6: the only truth of an attempt; no UPDATE, no DELETE, and no INSERT but through journal_append.
create table journal_entry (
  agency_id uuid not null references agency,
  attempt_id uuid not null references attempt,
  seq int not null check (seq > 0),
  op_id uuid not null,
  epoch int not null,
  account_id uuid,
  at timestamptz not null,
  kind text not null check (kind in ('prepared', 'notice-acknowledged', 'started', 'responded', 'flagged', 'visited', 'acted',
    'accommodated', 'extended', 'paused', 'resumed', 'submitted', 'expired', 'taken-over')),
  -- Canonical JSON (RFC 8785) exactly as hashed.
  body text not null,
  hash bytea not null,
  primary key (attempt_id, seq),
  unique (attempt_id, op_id)
);
call tenant_table('journal_entry', 'select');
call append_only_table('journal_entry');

-- J4: hash = SHA-256(previous hash ‖ canonical entry), the entry as canonical JSON with its members in this order.
create function journal_entry_text(p_account uuid, p_at timestamptz, p_attempt uuid, p_body text, p_epoch int, p_kind text, p_op uuid, p_seq int)
returns text language sql immutable parallel safe as $$
  select '{"accountId":' || coalesce('"' || p_account || '"', 'null') || ',"at":' || (extract(epoch from p_at) * 1000)::bigint
    || ',"attemptId":"' || p_attempt || '","body":' || p_body || ',"epoch":' || p_epoch || ',"kind":"' || p_kind
    || '","opId":"' || p_op || '","seq":' || p_seq || '}'
$$;

/*
 J6: the only way in. Appends operations of any number of attempts of the agency in scope, in the order given; callers sort by
 attempt, so that two batches never wait for each other crosswise. All arrays have the same length.
   p_accounts       whose deed it is; a candidate's deed must be by the attempt's own account
   p_expected_seqs  the seq the caller decided on; null where the decision does not depend on it
   p_next           null, or what changes in the attempt: {"state","startedAtMs","deadlineAtMs","epoch"}
 One row per operation, in order: outcome 'appended', 'replayed' (J3: the same seq and time as the first time), or a refusal:
 'not-found', 'stale-epoch' (J5), 'not-waiting', 'not-running', 'paused', 'outside-window', 'deadline-passed' (T2: by this clock),
 'not-due', 'stale' (decide again). A caller that asks for what the kind cannot do is a bug and raises.
*/
create function journal_append(
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
begin
  if v_agency is null then raise exception 'journal_append: no agency in scope'; end if;
  -- J2: whatever the session says, this transaction is acknowledged when it is on disk.
  perform set_config('synchronous_commit', 'on', true);
  for i in 1 .. coalesce(array_length(p_attempts, 1), 0) loop
    ordinal := i - 1; seq := null; at_ms := null; hash := null;
    v_kind := p_kinds[i];
    select * into v_attempt from attempt a where a.id = p_attempts[i] and a.agency_id = v_agency for update;
    if not found or (v_kind in ('notice-acknowledged', 'started', 'responded', 'flagged', 'visited', 'acted', 'submitted')
      and p_accounts[i] is distinct from v_attempt.account_id)
    then outcome := 'not-found'; return next; continue; end if;

    select j.seq, j.at, j.hash into v_first from journal_entry j where j.attempt_id = p_attempts[i] and j.op_id = p_ops[i];
    if found then
      outcome := 'replayed'; seq := v_first.seq; at_ms := (extract(epoch from v_first.at) * 1000)::bigint; hash := v_first.hash;
      return next; continue;
    end if;

    v_now := date_trunc('milliseconds', clock_timestamp());
    v_next := p_next[i];
    v_refusal := case
      when p_epochs[i] <> v_attempt.epoch then 'stale-epoch'
      when p_expected_seqs[i] is not null and p_expected_seqs[i] <> v_attempt.last_seq then 'stale'
      when (v_kind = 'prepared') <> (v_attempt.last_seq = 0) then 'not-waiting'
      when v_kind in ('notice-acknowledged', 'started') and v_attempt.state <> 'waiting' then 'not-waiting'
      when v_kind in ('accommodated', 'extended', 'taken-over') and v_attempt.state = 'closed' then 'not-running'
      when v_kind in ('responded', 'flagged', 'visited', 'acted', 'paused', 'resumed', 'submitted', 'expired') and v_attempt.state <> 'running' then 'not-running'
      when v_kind in ('responded', 'flagged', 'visited', 'acted', 'submitted') and v_now > v_attempt.deadline_at then 'deadline-passed'
      when v_kind in ('responded', 'flagged', 'visited', 'acted', 'paused') and v_attempt.paused_at is not null then 'paused'
      when v_kind = 'started' and (v_now < v_attempt.window_start or v_now >= v_attempt.window_end) then 'outside-window'
      when v_kind = 'expired' and v_now < v_attempt.deadline_at then 'not-due'
    end;
    if v_refusal is not null then outcome := v_refusal; return next; continue; end if;
    -- What becomes of the attempt follows from the kind, never from what the caller claims.
    if (v_next ->> 'state') is distinct from (case v_kind when 'started' then 'running' when 'submitted' then 'closed' when 'expired' then 'closed' end)
      or (v_next ? 'startedAtMs') and v_kind <> 'started'
      or (v_next ? 'deadlineAtMs') and v_kind not in ('started', 'accommodated', 'extended', 'paused', 'resumed')
      or (v_next ? 'epoch') and v_kind <> 'taken-over'
    then raise exception 'journal_append: % cannot lead to %', v_kind, v_next; end if;
    -- T2: a process whose clock is wrong starts nothing.
    if v_kind = 'started' and abs((v_next ->> 'startedAtMs')::bigint - (extract(epoch from v_now) * 1000)::bigint) > 5000
    then raise exception 'journal_append: started at %, now %', v_next ->> 'startedAtMs', v_now; end if;

    -- Times inside one attempt never run backwards, whatever the machine's clock does.
    select greatest(v_now, max(j.at)) into v_at from journal_entry j where j.attempt_id = p_attempts[i] and j.seq = v_attempt.last_seq;
    v_at := coalesce(v_at, v_now);
    seq := v_attempt.last_seq + 1;
    v_hash := sha256(v_attempt.last_hash || convert_to(journal_entry_text(p_accounts[i], v_at, p_attempts[i], p_bodies[i], v_attempt.epoch, v_kind, p_ops[i], seq), 'UTF8'));
    insert into journal_entry (agency_id, attempt_id, seq, op_id, epoch, account_id, at, kind, body, hash)
      values (v_agency, p_attempts[i], seq, p_ops[i], v_attempt.epoch, p_accounts[i], v_at, v_kind, p_bodies[i], v_hash);
    update attempt a set
      last_seq = journal_append.seq,
      last_hash = v_hash,
      state = coalesce(v_next ->> 'state', a.state),
      epoch = coalesce((v_next ->> 'epoch')::int, a.epoch),
      started_at = coalesce(to_timestamp((v_next ->> 'startedAtMs')::double precision / 1000), a.started_at),
      deadline_at = coalesce(to_timestamp((v_next ->> 'deadlineAtMs')::double precision / 1000), a.deadline_at),
      paused_at = case v_kind when 'paused' then v_at when 'resumed' then null else a.paused_at end,
      -- T3: what expired ended at its deadline, whenever that was noticed.
      closed_at = case v_kind when 'submitted' then v_at when 'expired' then a.deadline_at else a.closed_at end,
      closed_reason = case when v_kind in ('submitted', 'expired') then v_kind else a.closed_reason end
      where a.id = p_attempts[i];
    outcome := 'appended'; at_ms := (extract(epoch from v_at) * 1000)::bigint; hash := v_hash;
    return next;
  end loop;
end $$;
revoke all on function journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[]) from public;
grant execute on function journal_append(uuid[], uuid[], int[], uuid[], text[], text[], int[], jsonb[]) to kompeten_app;

-- T3: attempts past their deadline, locked for the caller's transaction; what another worker holds is passed over.
create function attempts_due(p_limit int) returns setof attempt
language sql security definer set search_path = public, pg_temp as $$
  select * from attempt where agency_id = current_agency() and state = 'running' and deadline_at <= clock_timestamp()
  order by deadline_at limit p_limit for update skip locked
$$;
revoke all on function attempts_due(int) from public;
grant execute on function attempts_due(int) to kompeten_app;

-- Which agencies have work for the closing worker; their ids and nothing else, because the worker has no agency yet.
create function agencies_with_attempts_due() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct agency_id from attempt where state = 'running' and deadline_at <= clock_timestamp()
$$;
revoke all on function agencies_with_attempts_due() from public;
grant execute on function agencies_with_attempts_due() to kompeten_app;
    `);
  }
}
