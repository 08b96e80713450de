-- ClickHouse 23 and later, by its documentation; not run here. Load the table with
--   create table sketch (settings String, claim String, text_hash String, sample_size String,
--     method_keys String, sample_keys String)
--     engine = MergeTree order by claim;
--   insert into sketch from infile 'sketches-*.csv' format CSVWithNames
-- and write the pairs with
--   select a, b, common from candidate into outfile 'pairs.csv' format CSVWithNames
-- Give join_algorithm = 'grace_hash' and max_bytes_before_external_group_by where memory is short.

-- Which pairs of texts are worth a comparison: the rule of gisa's dedupe.Group (SketchVersion 2) in SQL. It reads the table
-- sketch, whose rows are the lines of the files that gisa wrote, and ends with the query for the pairs.

-- check: sketches of another version, or made with other options, share no keys with the rest
select case when min(settings) = max(settings) then 0 else throwIf(min(settings) <> max(settings), 'sketches of different settings') end from sketch;

-- texts: of exact copies, the first stands for all
create or replace table texts engine = MergeTree order by tuple() as
select toInt64(row_number() over (order by s.claim)) as place, s.claim as claim, cast(s.sample_size as Int64) as size,
  s.method_keys as method_keys, s.sample_keys as sample_keys
from sketch s join (select min(claim) as claim from sketch group by text_hash) f on f.claim = s.claim;

-- posting: a row for each key of a text; kind is 1 for keys of its sample, 0 for keys of the method
create or replace table posting engine = MergeTree order by tuple() as
select place, 0 as kind, cast(nullif(u.k, '') as Int64) as hash from (select place, arrayJoin(splitByChar(' ', method_keys)) as k from texts) u where u.k <> ''
union all
select place, 1 as kind, cast(nullif(u.k, '') as Int64) as hash from (select place, arrayJoin(splitByChar(' ', sample_keys)) as k from texts) u where u.k <> '';

-- shared: keys that several texts have, how many, and which of them a text is, from 0
create or replace table shared engine = MergeTree order by tuple() as
select kind, hash, place, n, r from (
  select kind, hash, place,
    count(*) over (partition by kind, hash) as n,
    row_number() over (partition by kind, hash order by place) - 1 as r
  from posting
) p where n > 1;

-- extent: the size of a text's sample, and how many of its keys are common
create or replace table extent engine = MergeTree order by tuple() as
select t.place as place, t.size as size, coalesce(c.common, 0) as common, coalesce(c.common_keys, 0) as common_keys
from texts t left join (
  select place, sum(kind) as common, sum(1 - kind) as common_keys from shared where n > 24 group by place
) c on c.place = t.place;

-- evidence: what two texts share: keys of samples, keys of the method, and common keys of the method, where a key that
-- many texts have pairs each with the first four and the four before it
create or replace table evidence engine = MergeTree order by tuple() as
select a, b, sum(by_sample) as by_sample, sum(by_key) as by_key, sum(by_common) as by_common from (
  select x.place as a, y.place as b, x.kind as by_sample, 1 - x.kind as by_key, 0 as by_common
  from shared x join shared y on x.kind = y.kind and x.hash = y.hash
  where x.n <= 24 and y.n <= 24 and x.r < y.r
  union all
  select x.place as a, y.place as b, 0 as by_sample, 0 as by_key, 1 as by_common
  from (
    select h.hash as hash, h.place as place, h.r as r,
      case when h.r <= 8 or o.o < 4 then o.o else h.r - 8 + o.o end as earlier
    from shared h cross join (
      select 0 as o union all select 1 union all select 2 union all select 3
      union all select 4 union all select 5 union all select 6 union all select 7
    ) o where h.kind = 0 and h.n > 24
  ) y join (select hash, place, r from shared where kind = 0 and n > 24) x on x.hash = y.hash and x.r = y.earlier
  where x.r < y.r
) e group by a, b;

-- candidate: the pairs that are worth a comparison, by the claims of their texts; common is 1 where they are because of
-- common keys alone
create or replace table candidate engine = MergeTree order by tuple() as
select p.claim as a, q.claim as b, case when w.relate = 1 then 0 else 1 end as common from (
  select a, b, proposed, by_sample, rest,
    case when by_sample > 0 and 4 * by_sample + 3 >= rest
        or by_key > 0 and (by_sample > 0 or rest < 16 and (lost = 0 or by_key > 1))
      then 1 else 0 end as relate
  from (
    select e.a as a, e.b as b, e.by_key as by_key,
      case when e.by_sample = 1 and least(x.size, y.size) >= 8 then 0 else e.by_sample end as by_sample,
      least(greatest(x.size - x.common, 0), greatest(y.size - y.common, 0)) as rest,
      least(x.common, y.common) as lost,
      case when e.by_common > 0 and e.by_common >= least(3, least(x.common_keys, y.common_keys))
        and 6 * e.by_common + 5 >= least(x.common_keys, y.common_keys) then 1 else 0 end as proposed
    from evidence e join extent x on x.place = e.a join extent y on y.place = e.b
  ) s
) w join texts p on p.place = w.a join texts q on q.place = w.b
where w.relate = 1 or w.proposed = 1 and (w.by_sample > 0 or w.rest < 16);

-- pairs: what gisa reads back, with a header line, as CSV or as lines of JSON
select a, b, common from candidate;
