-- AlterTable
ALTER TABLE "drill_clock" ADD COLUMN     "move_by" TEXT,
ADD COLUMN     "move_from" TIMESTAMPTZ(3),
ADD COLUMN     "move_id" UUID,
ADD COLUMN     "move_paused" BOOLEAN,
ADD COLUMN     "move_to" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "drill_event" ADD COLUMN     "refused" TEXT;

-- A move of the clock that was killed is finished from its row, so the row is whole or not there.
alter table drill_clock
  add constraint drill_clock_move_whole check (num_nulls(move_id, move_from, move_to, move_paused, move_by) in (0, 5)),
  add constraint drill_clock_move_forward check (move_to >= move_from);

-- What the clock showed when the new row was written is the least that it may show from then on.
create function drill_clock_forward() returns trigger language plpgsql as $$
declare
  shown timestamptz := old.simulated_at;
begin
  if not old.paused and new.real_base > old.real_base then
    shown := shown + (new.real_base - old.real_base);
  end if;
  if new.simulated_at < shown then
    raise exception 'the drill clock shows % and does not go back to %', shown, new.simulated_at
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger drill_clock_forward before update on drill_clock
  for each row execute function drill_clock_forward();

-- A process that was killed in mid-move left the clock standing, though the last whole move had let it run.
update drill_clock set paused = false, real_base = clock_timestamp()
where paused and coalesce((
  select (after->>'paused')::boolean from audit_entry where action = 'DRILL_CLOCK_MOVED' order by seq desc limit 1
), false) = false;

-- An event was claimed first and recorded later: those that a killed process had claimed were never recorded.
update drill_event as event set applied_at = null
where applied_at is not null
  and case kind
    when 'INFECTION' then not exists (
      select from infection where area_id = (payload->>'areaId')::uuid and actor_id = 'system:drill'
        and found_on = (payload->>'foundOn')::date and count = (payload->>'count')::integer)
    when 'SCREENING' then not exists (
      select from screening where area_id = (payload->>'areaId')::uuid and actor_id = 'system:drill'
        and extract(epoch from window_to) * 1000 = (payload->>'windowTo')::numeric
        and tested = (payload->>'tested')::integer)
    else false
  end;
