-- What an area is called, where it lies and what it is, in two times: versions. `area` keeps the identity, and a copy of
-- the version that is held true now and has no end, which the database alone writes.

-- DropForeignKey
ALTER TABLE "area" DROP CONSTRAINT "area_division_code_fkey";

-- CreateEnum
CREATE TYPE "area_version_cause" AS ENUM ('ENTERED', 'RENAMED', 'MOVED', 'RESOLVED', 'ALIASED', 'RESTATED');

-- AlterTable
ALTER TABLE "area" ADD COLUMN     "created_by" TEXT;

-- CreateTable
CREATE TABLE "area_version" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "division_code" TEXT,
    "resolved" BOOLEAN NOT NULL,
    "written_path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" "area_kind" NOT NULL,
    "population" INTEGER,
    "geometry" JSONB,
    "valid_from" TIMESTAMPTZ(3),
    "valid_to" TIMESTAMPTZ(3),
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "cause" "area_version_cause" NOT NULL,
    "reason" TEXT NOT NULL,
    "supersedes_id" UUID,
    "actor_id" TEXT NOT NULL,
    "closed_as" "row_closing",
    "closed_by" TEXT,
    "closed_reason" TEXT,

    CONSTRAINT "area_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "area_version_area_id_idx" ON "area_version"("area_id");

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "area_version" ADD CONSTRAINT "area_version_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever first told of an area; of the older ones only the event is left to say that it was imported.
update area set created_by = coalesce(
  (select actor_id from designation d where d.area_id = area.id order by recorded_from, id limit 1), 'system:console');
ALTER TABLE "area" ALTER COLUMN "created_by" SET NOT NULL;

-- The versions of areas that stood before there were versions. Names, further names and places as the change log told
-- them (`area.renamed`), kinds and populations as the audit trail did; a rename of which only `area_name` is left was
-- recorded when it took effect, as far as anybody knows.
create temporary table act on commit drop as
select seq::bigint as nth, subject::uuid as area_id, recorded_at, effective_at,
       data->>'cause' = 'CORRECTED' or exists (
         select from audit_entry where entity = 'area' and entity_id = subject and at = recorded_at
           and action = 'AREA_RESOLVED') as officer,
       data->>'previousName' as former, data->>'name' as name,
       array(select jsonb_array_elements_text(data->'aliases')) as aliases,
       data->>'divisionCode' as division_code, data->'path'->>0 as written_path,
       null::text as kind, null::int as population, null::text as former_kind, null::int as former_population
from change_log where type = 'fengqu.area.renamed.v1'
union all
select 0, area_id, replaced_at, replaced_at, false, n.name,
       lead(n.name, 1, a.name) over (partition by area_id order by replaced_at, n.id), null, null, null, null, null, null, null
from area_name n join area a on a.id = area_id
where not exists (select from change_log where type = 'fengqu.area.renamed.v1' and subject = area_id::text
                    and data->>'previousName' = n.name)
union all
select 0, entity_id::uuid, at, least(at, (after->>'effectiveAt')::timestamptz), true, null, null, null, null, null,
       after->>'kind', (after->>'population')::int, before->>'kind', (before->>'population')::int
from audit_entry where action = 'AREA_DESIGNATED' and before ? 'kind';
create index on act (area_id);

-- Areas of which nothing was told but how they are now: one version, always so.
insert into area_version (id, area_id, division_code, resolved, written_path, name, name_key, aliases, kind, population,
                          geometry, recorded_from, cause, reason, actor_id)
select id, id, division_code, resolved, written_path, name, name_key, aliases, kind, population, geometry,
       least(created_at, (select min(recorded_from) from designation d where d.area_id = area.id)),
       'ENTERED', '', created_by
from area where not exists (select from act where act.area_id = area.id);

do $$
declare
  a area;
  told act;
  first jsonb;
  was area_version;
  now area_version;
  span area_version;
  known timestamptz;
begin
  for a in select * from area where exists (select from act where act.area_id = area.id) loop
    -- Nothing looks for the key of a former name, so the name itself stands there. As it was entered: what the acts say it was before them, else what its first event said, else what it is.
    select data into first from change_log where subject = a.id::text and type like 'fengqu.area%'
      and not exists (select from act where act.area_id = a.id and act.nth > 0 and act.nth <= seq) order by seq limit 1;
    known := least(a.created_at, (select min(recorded_from) from designation d where d.area_id = a.id));
    was := row(a.id, a.id, a.division_code, a.resolved, a.written_path, a.name, a.name_key, a.aliases, a.kind, a.population,
               a.geometry, null, null, known, null, 'ENTERED', '', null, a.created_by, null, null, null)::area_version;
    was.name := coalesce((select former from act where area_id = a.id and former is not null order by recorded_at, nth limit 1), a.name);
    was.name_key := case when was.name = a.name then a.name_key else was.name end;
    if first is not null then
      was.aliases := array(select jsonb_array_elements_text(first->'aliases'));
      was.division_code := first->>'divisionCode';
      if was.division_code is null then
        was.written_path := coalesce(first->'path'->>0, a.written_path);
      end if;
    end if;
    was.aliases := array_remove(was.aliases, was.name);
    was.resolved := a.resolved and not exists (select from act where area_id = a.id and officer and name is not null)
                    and was.division_code is not null;
    select former_kind, former_population into told.former_kind, told.former_population
      from act where area_id = a.id and act.kind is not null order by recorded_at limit 1;
    if told.former_kind is not null then
      was.kind := told.former_kind::area_kind;
      was.population := told.former_population;
    end if;
    insert into area_version values (was.*);

    for told in select * from act where area_id = a.id order by recorded_at, nth loop
      for span in select * from area_version where area_id = a.id and recorded_to is null
                    and (valid_to is null or valid_to > told.effective_at or (told.officer and told.name is not null))
                  order by valid_from nulls first loop
        now := span;
        now.id := gen_random_uuid();
        now.supersedes_id := span.id;
        now.recorded_from := greatest(told.recorded_at, span.recorded_from);
        if told.kind is not null then
          now.kind := told.kind::area_kind;
          now.population := told.population;
          now.cause := 'RESTATED';
        elsif told.officer then
          now.division_code := told.division_code;
          now.resolved := true;
          now.cause := 'RESOLVED';
        else
          now.name_key := case when told.name = a.name then a.name_key when told.name = span.name then span.name_key else told.name end;
          now.cause := case when told.name <> span.name then 'RENAMED'
                            when told.nth > 0 and told.division_code is distinct from span.division_code then 'MOVED'
                            else 'ALIASED' end;
          now.name := told.name;
          if told.nth > 0 then
            now.aliases := told.aliases;
            now.division_code := told.division_code;
            now.resolved := span.resolved or (told.division_code is not null and told.division_code is distinct from span.division_code);
            if told.division_code is null then now.written_path := coalesce(told.written_path, span.written_path); end if;
          end if;
        end if;
        now.actor_id := coalesce(
          (select actor_id from audit_entry where entity = 'area' and entity_id = a.id::text and at = told.recorded_at order by seq limit 1),
          (select coalesce(decided_by, actor_id) from list_import where decided_at = told.recorded_at limit 1), a.created_by);
        now.reason := coalesce(
          (select reason from audit_entry where entity = 'area' and entity_id = a.id::text and at = told.recorded_at order by seq limit 1),
          (select reason from area_name n where n.area_id = a.id and n.name = told.former and n.replaced_at = told.effective_at limit 1), '');
        update area_version set recorded_to = now.recorded_from, closed_by = now.actor_id, closed_reason = now.reason,
          closed_as = case when now.cause = 'RESOLVED' then 'CORRECTED'::row_closing else 'ENDED' end
        where id = span.id;
        if now.cause <> 'RESOLVED' and (span.valid_from is null or span.valid_from < told.effective_at) then
          was := span;
          was.id := gen_random_uuid();
          was.supersedes_id := span.id;
          was.valid_to := told.effective_at;
          was.recorded_from := now.recorded_from;
          was.actor_id := now.actor_id;
          insert into area_version values (was.*);
          now.valid_from := told.effective_at;
        end if;
        insert into area_version values (now.*);
      end loop;
    end loop;
    -- The area is as it is: what nobody told of it is taken over into the version of now.
    update area_version set division_code = a.division_code, resolved = a.resolved, written_path = a.written_path,
      name = a.name, name_key = a.name_key, aliases = a.aliases, kind = a.kind, population = a.population, geometry = a.geometry
    where area_id = a.id and recorded_to is null and valid_to is null;
  end loop;
end $$;

-- Names are part of the versions now.
DROP TABLE "area_name";

alter table area_version
  add constraint area_version_valid_order check (valid_to > valid_from),
  add constraint area_version_recorded_order check (recorded_to >= recorded_from),
  add constraint area_version_closed_whole
    check (num_nulls(recorded_to, closed_as, closed_by, closed_reason) in (0, 4)),
  -- One version is held true of the present. With the check below this leaves no overlap; a gist over all spans, as levels
  -- have, would cost every import a second index of that kind.
  add constraint area_version_one_open exclude using btree (area_id with =) where (recorded_to is null and valid_to is null);

create trigger area_version_two_times before update or delete on area_version
  for each row execute function only_close_recorded();

-- The versions of an area that are held true cover all of valid time, one after the other: no day without a name, none with
-- two. Looked at when a recording commits; the first version of an area, which has no bounds, cannot break it.
create function area_versions_cover() returns trigger language plpgsql as $$
declare
  faults int;
begin
  select count(*) into faults
  from (select valid_from, valid_to, lag(valid_to) over spans as before, row_number() over spans as nth,
               lead(id) over spans as next
        from area_version where area_id = new.area_id and recorded_to is null
        window spans as (order by valid_from nulls first)) as version
  where (nth = 1) <> (valid_from is null) or (next is null) <> (valid_to is null)
     or (nth > 1 and valid_from is distinct from before);
  if faults > 0 or not exists (select from area_version where area_id = new.area_id and recorded_to is null) then
    raise exception 'the versions of area % do not cover all of time once', new.area_id
      using errcode = 'check_violation', table = 'area_version', constraint = 'area_versions_cover';
  end if;
  return null;
end $$;

create constraint trigger area_versions_cover after insert or update on area_version
  deferrable initially deferred for each row
  when (new.valid_from is not null or new.valid_to is not null or new.recorded_to is not null)
  execute function area_versions_cover();

-- An area enters with its first version, which bears its id.
create function area_enters() returns trigger language plpgsql as $$
begin
  insert into area_version (id, area_id, division_code, resolved, written_path, name, name_key, aliases, kind, population,
                            geometry, recorded_from, cause, reason, actor_id)
  select id, id, division_code, resolved, written_path, name, name_key, aliases, kind, population, geometry, created_at,
         'ENTERED', '', created_by
  from added;
  return null;
end $$;

create trigger area_enters after insert on area
  referencing new table as added for each statement execute function area_enters();

-- The copy on `area` follows the version of now.
create function area_follows() returns trigger language plpgsql as $$
begin
  -- What the trigger above has added is there already.
  if pg_trigger_depth() > 1 then
    return null;
  end if;
  update area set division_code = now.division_code, resolved = now.resolved, written_path = now.written_path,
                  name = now.name, name_key = now.name_key, aliases = now.aliases, kind = now.kind,
                  population = now.population, geometry = now.geometry
  from added now
  where area.id = now.area_id and now.recorded_to is null and now.valid_to is null;
  return null;
end $$;

create trigger area_follows after insert on area_version
  referencing new table as added for each statement execute function area_follows();

create function area_written_by_versions() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    raise exception 'an area changes by a version of it' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger area_written_by_versions before update on area
  for each row execute function area_written_by_versions();
