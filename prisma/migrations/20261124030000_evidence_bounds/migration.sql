-- Evidence that cannot be true is refused by the database too. What an older version let in stays as it was recorded and
-- can be closed: the checks are not validated on standing rows, speak of open rows alone, and the trigger on new ones.

-- CreateIndex
CREATE INDEX "screening_round_id_idx" ON "screening"("round_id");

-- No infection was known before December 2019, and none can be found after the day on which it is recorded.
alter table infection add constraint infection_found_when_possible check (
  recorded_to is not null
  or found_on between date '2019-12-01' and (recorded_from at time zone 'Asia/Shanghai')::date) not valid;

-- The longest any guideline gave one round is 5 days (全员新型冠状病毒核酸检测组织实施指南, 2021); sampling is over when recorded.
alter table screening add constraint screening_window_possible check (
  recorded_to is not null
  or (window_from >= timestamptz '2020-01-01 00:00:00+08' and window_to <= recorded_from
      and window_to - window_from <= interval '5 days')) not valid;

-- The parts of a round that hold now never say more tested than its target, which is the largest any of them states.
-- The area is held to the commit, so that two parts recorded at the same moment see each other.
create function screening_round_within_target() returns trigger language plpgsql as $$
declare
  total bigint;
  persons int;
begin
  perform 1 from area where id = new.area_id for no key update;
  select sum(tested), max(target) into total, persons
  from screening where round_id = new.round_id and recorded_to is null;
  if total > persons then
    raise exception 'round % would have % of % persons tested', new.round_id, total, persons
      using errcode = 'check_violation', table = 'screening', constraint = 'screening_round_within_target';
  end if;
  return null;
end $$;

create constraint trigger screening_round_within_target after insert on screening
  for each row execute function screening_round_within_target();
