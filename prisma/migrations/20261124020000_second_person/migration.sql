-- A list that was held is decided once, and applied by a second person only.

alter table "list_import" add column "held" boolean not null default false;

-- What waits or was set aside has waited; of the applied ones, those whose summary keeps a reason to wait.
update list_import
set held = status <> 'APPLIED' or coalesce(jsonb_array_length(nullif(summary->'holds', 'null'::jsonb)), 0) > 0;

-- A trigger, not a check: lists confirmed before this rule stay as they were decided.
create function list_import_decided_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.held <> (new.status = 'HELD') then
      raise exception 'a list is offered as held or applied at once, and held says which' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.status <> 'HELD' then
    raise exception 'list % was decided already (%)', old.id, old.status using errcode = 'check_violation';
  end if;
  if not new.held or (new.id, new.authority_id, new.file_hash, new.actor_id, new.received_at)
     is distinct from (old.id, old.authority_id, old.file_hash, old.actor_id, old.received_at) then
    raise exception 'of a held list only the decision changes' using errcode = 'check_violation';
  end if;
  if new.status <> 'HELD' and (new.decided_at is null or new.decided_by is null or new.decide_reason is null) then
    raise exception 'a decision names its person, instant and reason' using errcode = 'check_violation';
  end if;
  if new.status = 'APPLIED' and (new.decided_by = old.actor_id or new.decided_by like 'system:%') then
    raise exception 'a held list is confirmed by a second person, not by %', new.decided_by
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger list_import_decided_once before insert or update on list_import
  for each row execute function list_import_decided_once();
