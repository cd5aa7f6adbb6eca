import { Migration } from "@mikro-orm/migrations";

export class Migration20261127_11_forms extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- A form has no clock (T8): no duration, no limit, only the window of its sitting.
alter table instrument drop constraint instrument_kind_check;
alter table instrument add constraint instrument_kind_check check (kind in ('test', 'in-basket', 'case', 'form'));
alter table instrument_version alter column duration_seconds drop not null;
alter table attempt alter column limit_ms drop not null;

-- T8: more time for an attempt without a limit is a later end of its window. It follows from the entry, never from what the caller claims, and
-- is there before the attempt's deadline moves, which is never later than the window.
create function widen_window() returns trigger language plpgsql as $$
begin
  update attempt set window_end = window_end + make_interval(secs => (new.body::jsonb ->> 'ms')::float8 / 1000)
    where id = new.attempt_id and limit_ms is null;
  return null;
end $$;
create trigger widen_window after insert on journal_entry for each row when (new.kind = 'extended') execute function widen_window();

-- An attempt without a limit has no clock to stop and no share of a limit to be given; an outage takes nothing from it.
create function refuse_time_without_limit() returns trigger language plpgsql as $$
begin
  if exists (select from attempt where id = new.attempt_id and limit_ms is null) and (new.kind <> 'extended' or new.body::jsonb ? 'outage')
  then raise exception 'journal_append: % of attempt %, which has no limit', new.kind, new.attempt_id; end if;
  return new;
end $$;
create trigger refuse_time_without_limit before insert on journal_entry for each row when (new.kind in ('accommodated', 'paused', 'resumed', 'extended')) execute function refuse_time_without_limit();
    `);
  }
}
