-- A row in two times that is no longer held true says how it was closed, by whom and why. `recorded_to` says when.

-- CreateEnum
CREATE TYPE "row_closing" AS ENUM ('ENDED', 'CORRECTED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "designation" ADD COLUMN     "closed_as" "row_closing",
ADD COLUMN     "closed_by" TEXT,
ADD COLUMN     "closed_reason" TEXT;

-- AlterTable
ALTER TABLE "infection" ADD COLUMN     "closed_as" "row_closing",
ADD COLUMN     "closed_by" TEXT,
ADD COLUMN     "closed_reason" TEXT;

-- AlterTable
ALTER TABLE "screening" ADD COLUMN     "closed_as" "row_closing",
ADD COLUMN     "closed_by" TEXT,
ADD COLUMN     "closed_reason" TEXT;

-- Until now the audit trail alone told a withdrawal from a correction.
alter table designation disable trigger designation_two_times;
alter table infection disable trigger infection_two_times;
alter table screening disable trigger screening_two_times;

update infection as r
set closed_as = case when next.id is null then 'WITHDRAWN'::row_closing else 'CORRECTED' end,
    closed_by = coalesce(next.actor_id, line.actor_id, r.actor_id),
    closed_reason = coalesce(next.reason, line.reason, '')
from infection old
left join infection next on next.supersedes_id = old.id
left join audit_entry line on line.entity = 'area' and line.action = 'INFECTION_WITHDRAWN'
                          and line.before->>'recordId' = old.id::text
where r.id = old.id and r.recorded_to is not null;

update screening as r
set closed_as = case when next.id is null then 'WITHDRAWN'::row_closing else 'CORRECTED' end,
    closed_by = coalesce(next.actor_id, line.actor_id, r.actor_id),
    closed_reason = coalesce(next.note, line.reason, '')
from screening old
left join screening next on next.supersedes_id = old.id
left join audit_entry line on line.entity = 'area' and line.action = 'SCREENING_WITHDRAWN'
                          and line.before->>'recordId' = old.id::text
where r.id = old.id and r.recorded_to is not null;

-- A level that ended at its own beginning left no second row; what closed it is the act of the same instant.
update designation as r
set closed_as = case when line.action = 'AREA_CHANGE_WITHDRAWN' then 'WITHDRAWN'::row_closing
                     when next.id is null or (old.valid_to is null and next.valid_to is not null) then 'ENDED'
                     else 'CORRECTED' end,
    closed_by = coalesce(line.actor_id, next.actor_id, list.decided_by, r.actor_id),
    closed_reason = coalesce(case when line.action = 'AREA_CHANGE_WITHDRAWN' then line.reason end, next.reason, line.reason, '')
from designation old
left join designation next on next.supersedes_id = old.id
left join audit_entry line on line.entity = 'area' and line.entity_id = old.area_id::text and line.at = old.recorded_to
                          and line.action like 'AREA\_%'
left join list_import list on list.decided_at = old.recorded_to and list.status = 'APPLIED'
where r.id = old.id and r.recorded_to is not null;

alter table designation enable trigger designation_two_times;
alter table infection enable trigger infection_two_times;
alter table screening enable trigger screening_two_times;

alter table designation add constraint designation_closed_whole
  check (num_nulls(recorded_to, closed_as, closed_by, closed_reason) in (0, 4));
alter table infection add constraint infection_closed_whole
  check (num_nulls(recorded_to, closed_as, closed_by, closed_reason) in (0, 4));
alter table screening add constraint screening_closed_whole
  check (num_nulls(recorded_to, closed_as, closed_by, closed_reason) in (0, 4));

-- A row of the two-time tables may change in one way only: it is closed, once.
create or replace function only_close_recorded() returns trigger language plpgsql as $$
declare
  kept record;
begin
  if tg_op = 'UPDATE' and old.recorded_to is null and new.recorded_to is not null then
    kept := new;
    kept.recorded_to := null;
    kept.closed_as := null;
    kept.closed_by := null;
    kept.closed_reason := null;
    if kept is not distinct from old then
      return new;
    end if;
  end if;
  raise exception '% rows are corrected by closing recorded_to and adding a row, never changed or deleted', tg_table_name;
end $$;
