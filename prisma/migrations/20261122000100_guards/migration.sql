-- What the schema language cannot say: identity of places, no overlap in valid time, append-only trails, hash chain.

create extension if not exists btree_gist;

-- One area per authority, division (or written path while unresolved) and name.
create unique index area_identity on area (authority_id, coalesce(division_code, written_path), name_key);

-- Valid time is half-open. Among the rows that are currently recorded no two of one area may overlap.
alter table designation
  add constraint designation_valid_order check (valid_to is null or valid_to > valid_from),
  add constraint designation_recorded_order check (recorded_to is null or recorded_to >= recorded_from),
  add constraint designation_end_named check ((valid_to is null) = (end_cause is null)),
  add constraint designation_no_overlap
    exclude using gist (area_id with =, tstzrange(valid_from, valid_to) with &&) where (recorded_to is null);

alter table infection add constraint infection_count_positive check (count > 0);

alter table screening
  add constraint screening_window_order check (window_to >= window_from),
  add constraint screening_figures check (target > 0 and tested >= 0 and positive >= 0 and positive <= tested);

-- A row of the two-time tables may change in one way only: its recorded range is closed, once.
create function only_close_recorded() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.recorded_to is null and new.recorded_to is not null
     and to_jsonb(new) - 'recorded_to' = to_jsonb(old) - 'recorded_to' then
    return new;
  end if;
  raise exception '% rows are corrected by closing recorded_to and adding a row, never changed or deleted', tg_table_name;
end $$;

create trigger designation_two_times before update or delete on designation
  for each row execute function only_close_recorded();
create trigger infection_two_times before update or delete on infection
  for each row execute function only_close_recorded();
create trigger screening_two_times before update or delete on screening
  for each row execute function only_close_recorded();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create trigger change_log_append_only before update or delete on change_log
  for each row execute function refuse_change();
create trigger change_log_no_truncate before truncate on change_log execute function refuse_change();
create trigger audit_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit_entry execute function refuse_change();

-- Every audit row carries the hash of the row before it and its own, over all of its fields.
create function audit_row_hash(entry audit_entry) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    entry.prev_hash, entry.seq, extract(epoch from entry.at)::text, entry.actor_id, entry.action, entry.entity,
    entry.entity_id, entry.reason, entry.before, entry.after)::text, 'UTF8')), 'hex')
$$;

create function audit_chain() returns trigger language plpgsql as $$
begin
  new.prev_hash := coalesce((select hash from audit_entry where seq = new.seq - 1), '');
  new.hash := audit_row_hash(new);
  return new;
end $$;

create trigger audit_chained before insert on audit_entry for each row execute function audit_chain();
