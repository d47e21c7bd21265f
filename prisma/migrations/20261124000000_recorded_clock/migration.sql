-- The recorded time of the deployment: one row, which every recording moves forward and holds until it commits. The
-- instants it hands out are therefore strictly increasing in the order of commits, whatever the machine's clock does.
CREATE TABLE "recorded_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recorded_clock_pkey" PRIMARY KEY ("id")
);

alter table recorded_clock add constraint recorded_clock_one_row check (id = 1);

-- What was recorded before stays before everything that follows. An empty database has recorded nothing yet.
insert into recorded_clock (id, at)
select 1, coalesce(greatest(
  (select max(recorded_at) from change_log),
  (select max(greatest(recorded_from, recorded_to)) from designation),
  (select max(greatest(recorded_from, recorded_to)) from infection),
  (select max(greatest(recorded_from, recorded_to)) from screening)), timestamptz '1970-01-01 00:00:00Z');

-- Wait until the recording before this one has ended, and hold the turn to the commit.
create function await_recording() returns void language plpgsql volatile set lock_timeout = '90s' as $$
begin
  perform id from recorded_clock where id = 1 for update;
end $$;

-- Take the next recorded instant. Whoever waits for the turn first and reads its clock then passes the present.
create function begin_recording(present timestamptz) returns timestamptz language sql volatile
set lock_timeout = '90s' as $$
  update recorded_clock set at = greatest(present, at + interval '1 millisecond') where id = 1 returning at
$$;

-- Wait until no recording is under way and see to it that none will ever be of this instant or before it: what was known
-- then can no longer change.
create function seal_recorded(instant timestamptz) returns void language sql volatile
set lock_timeout = '90s' as $$
  update recorded_clock set at = instant where id = 1 and at < instant
$$;
