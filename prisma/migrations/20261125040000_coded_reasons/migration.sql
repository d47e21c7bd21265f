-- Reasons that the program gave are codes with figures (domain/reason), put into words when they are read. What it wrote in
-- Chinese until now is recognised and takes their form; a sentence of its own that is not is kept and marked. What people typed
-- stays as typed. Lines of the audit trail are sealed by their hashes and stay as they are.

create function pg_temp.level_of(word text) returns text language sql immutable as $$
  select case word when '高' then 'HIGH' when '中' then 'MEDIUM' else 'LOW' end
$$;

-- The sentences about lists and drills, word for word; null for any other text.
create function pg_temp.coded(said text) returns text language plpgsql immutable as $$
declare
  m text[];
begin
  m := regexp_match(said, '^名单列为(高|中|低)风险。$');
  if m is not null then
    return json_build_object('code', 'LIST_NAMES', 'level', pg_temp.level_of(m[1]), 'v', 1)::text;
  end if;
  m := regexp_match(said, '^名单由(高|中|低)风险(?:上调|下调)为(高|中|低)风险。$');
  if m is not null then
    return json_build_object('code', 'LIST_MOVES', 'from', pg_temp.level_of(m[1]), 'to', pg_temp.level_of(m[2]), 'v', 1)::text;
  end if;
  m := regexp_match(said, '^原为(高|中|低)风险，名单不再列出；缺列本身不等于解除。$');
  if m is not null then
    return json_build_object('code', 'LIST_ENDS', 'level', pg_temp.level_of(m[1]), 'v', 1)::text;
  end if;
  m := regexp_match(said, '^「(.*)」与「(.*)」为同一处：(是已登记的别名|只是写法不同|只增减了街道、村或社区名|所列区划更细或更粗|只改了一处笔误)。$');
  if m is not null then
    return json_build_object('code', 'LIST_RENAMES', 'former', m[2], 'name', m[1], 'why', case m[3]
      when '是已登记的别名' then 'KNOWN_ALIAS' when '只是写法不同' then 'REWORDED'
      when '只增减了街道、村或社区名' then 'PREFIX' when '所列区划更细或更粗' then 'PLACED' else 'TYPO' end, 'v', 1)::text;
  end if;
  m := regexp_match(said, '^(\d{4}-\d\d-\d\d) (\d\d?)时起列入全国名单$');
  if m is not null then
    return json_build_object('code', 'DRILL_LISTED', 'day', m[1], 'hour', m[2]::int, 'v', 1)::text;
  end if;
  if said in ('演练数据:社会面检出', '演练数据:居家隔离期间发现,评估无家庭外风险') then
    return json_build_object('code', 'DRILL_FOUND', 'where',
      case when said like '%居家%' then 'HOME_ISOLATION' else 'COMMUNITY' end, 'v', 1)::text;
  end if;
  return null;
end $$;

-- What there was to say of the decision by which the rule lowered an area; null for what is no such decision.
create function pg_temp.coded_rule(decision jsonb) returns text language sql immutable as $$
  select json_build_object('code', 'LOWERED_BY_RULE', 'subject', 'AREA', 'saying', json_build_object(
    'kind', 'DUE',
    'counted', json_build_object(
      'days', decision#>'{counting,completed}',
      'from', decision#>'{counting,startEvent,day}',
      'broken', case when decision#>>'{counting,days,0,state}' = 'BROKEN'
        then json_build_object('day', decision#>'{counting,days,0,day}',
                               'persons', decision#>'{counting,days,0,infectionsCounted}') end),
    'allNegative', decision#>>'{round,state}' = 'COMPLETE',
    'dueAt', decision->'dueAt',
    'to', decision#>'{stage,to}'), 'v', 1)::text
  where decision->>'outcome' = 'LOWER' and decision->'dueAt' is not null
    and decision#>'{counting,completed}' is not null and decision#>'{stage,to}' is not null
$$;

create temporary table coded_reason as
select d.id, coalesce(
    case when d.source->>'kind' = 'RULE' and d.reason ~ '符合降级条件，自.+起降为.+风险区。$'
      then pg_temp.coded_rule(coalesce(d.evidence, before.evidence)) end,
    pg_temp.coded(d.reason),
    case when d.source->>'kind' in ('RULE', 'LIST') and d.reason <> '' and d.reason !~ '^\{"code"'
      then json_build_object('code', 'KEPT_WORDS', 'words', d.reason, 'v', 1)::text end) as coded
from designation d
left join lateral (
  select b.evidence from designation b
  where b.area_id = d.area_id and b.valid_to = d.valid_from and b.end_cause = 'LOWERED_BY_RULE' and b.evidence is not null
    and d.source->>'kind' = 'RULE' and d.evidence is null
  order by b.recorded_from desc limit 1) before on true;
delete from coded_reason where coded is null;
create unique index on coded_reason (id);

alter table designation disable trigger designation_two_times;
update designation old set closed_reason = c.coded
  from designation next join coded_reason c on c.id = next.id
  where next.supersedes_id = old.id and old.closed_as = 'ENDED' and old.closed_reason = next.reason;
update designation old set closed_reason = pg_temp.coded(closed_reason) where pg_temp.coded(closed_reason) is not null;
update designation d set reason = c.coded from coded_reason c where c.id = d.id;
alter table designation enable trigger designation_two_times;

alter table infection disable trigger infection_two_times;
update infection set reason = pg_temp.coded(reason) where drill and pg_temp.coded(reason) is not null;
alter table infection enable trigger infection_two_times;

alter table area_version disable trigger user;
update area_version set reason = coalesce(pg_temp.coded(reason), reason),
                        closed_reason = coalesce(pg_temp.coded(closed_reason), closed_reason)
  where pg_temp.coded(reason) is not null or pg_temp.coded(closed_reason) is not null;
alter table area_version enable trigger user;
drop table coded_reason;
