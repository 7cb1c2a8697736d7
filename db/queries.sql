-- Every query of server/queries as SQL, written by tests/database/queries.test.ts.

-- listMunicipalities
select "municipality"."ubigeo", "municipality"."name", "municipality"."kind", "municipality"."scope", "municipality"."province", "municipality"."department", "municipality"."zone", "municipality"."macroregion", "municipality"."natural_region", "municipality"."setting", "municipality"."area_km2", "municipality"."latitude", "municipality"."longitude", "municipality"."since", "municipality"."until", "municipality"."sort_key", "municipality"."fictional"
  from "municipality"
  where "municipality"."ubigeo" in (select jsonb_array_elements_text($1::text::jsonb))
  order by "municipality"."sort_key", "municipality"."ubigeo";

-- pageOfMunicipalities
select "municipality"."ubigeo", "municipality"."name", "municipality"."kind", "municipality"."scope", "municipality"."province", "municipality"."department", "municipality"."zone", "municipality"."macroregion", "municipality"."natural_region", "municipality"."setting", "municipality"."area_km2", "municipality"."latitude", "municipality"."longitude", "municipality"."since", "municipality"."until", "municipality"."sort_key", "municipality"."fictional"
  from "municipality"
  where "municipality"."ubigeo" in (select jsonb_array_elements_text($1::text::jsonb)) and "municipality"."ubigeo" > $2
  order by "municipality"."ubigeo"
  limit $3;

-- findMunicipality
select "municipality"."ubigeo", "municipality"."name", "municipality"."kind", "municipality"."scope", "municipality"."province", "municipality"."department", "municipality"."zone", "municipality"."macroregion", "municipality"."natural_region", "municipality"."setting", "municipality"."area_km2", "municipality"."latitude", "municipality"."longitude", "municipality"."since", "municipality"."until", "municipality"."sort_key", "municipality"."fictional"
  from "municipality"
  where "municipality"."ubigeo" = $1;

-- searchMunicipalities
select "municipality"."ubigeo", "municipality"."name", "municipality"."kind", "municipality"."scope", "municipality"."province", "municipality"."department", "municipality"."zone", "municipality"."macroregion", "municipality"."natural_region", "municipality"."setting", "municipality"."area_km2", "municipality"."latitude", "municipality"."longitude", "municipality"."since", "municipality"."until", "municipality"."sort_key", "municipality"."fictional"
  from "municipality"
  where ("municipality"."search_key" like $1 or "municipality"."ubigeo" like $2) and ("municipality"."search_key" like $3 or "municipality"."ubigeo" like $4)
  order by "municipality"."sort_key", "municipality"."ubigeo"
  limit $5;

-- membershipsOf
select "membership"."ubigeo", "membership"."network", "membership"."relation", "membership"."stage", "membership"."since", "membership"."until", "membership"."note"
  from "membership"
  inner join (select jsonb_array_elements_text($1::text::jsonb) as ubigeo) as "member" on "member"."ubigeo" = "membership"."ubigeo"
  order by "membership"."ubigeo", "membership"."network", "membership"."relation";

-- aliasesOf
select "alias"
  from "municipality_alias"
  where "ubigeo" = $1
  order by "alias";

-- countMunicipalities
select count(*)::int as "total", (count(*) filter (where fictional))::int as "fictional"
  from "municipality";

-- networkMembers
select "municipality"."ubigeo"
  from "municipality"
  where "municipality"."ubigeo" in (select "membership"."ubigeo"
  from "membership"
  where "membership"."network" = $1 and "membership"."relation" in ($2, $3) and ("membership"."since" is null or "membership"."since" <= $4) and ("membership"."until" is null or "membership"."until" >= $5))
  order by "municipality"."sort_key", "municipality"."ubigeo";

-- territoryMembers
select "ubigeo"
  from "municipality"
  where "ubigeo" like $1 and "fictional" = $2
  order by "sort_key", "ubigeo";

-- listNetworks
select "network", count(distinct "ubigeo") as "members"
  from "membership"
  where "relation" in ($1, $2)
  group by "network"
  order by "network";

-- territories
select distinct left(ubigeo, 2) as "department", "zone", "macroregion"
  from "municipality"
  order by "department";

-- countDirectory
select count(*)::int as "total"
  from "municipality"
  where "municipality"."ubigeo" in (select jsonb_array_elements_text($1::text::jsonb)) and ("municipality"."search_key" like $2 or "municipality"."ubigeo" like $3) and ("municipality"."search_key" like $4 or "municipality"."ubigeo" like $5);

-- pageOfDirectory
select "municipality"."ubigeo", "municipality"."name", "municipality"."province", "municipality"."department", "municipality"."fictional", (select max(record.period) as "last"
  from "record"
  where "record"."municipality" = "municipality"."ubigeo" and "record"."until" is null and "record"."period" like $1) as "last"
  from "municipality"
  where "municipality"."ubigeo" in (select jsonb_array_elements_text($2::text::jsonb)) and ("municipality"."search_key" like $3 or "municipality"."ubigeo" like $4)
  order by "municipality"."sort_key", "municipality"."ubigeo"
  limit $5 offset $6;

-- newestRevisionDate
select "created_at"
  from "revision"
  order by "id" desc
  limit $1;

-- recordCounts
select "record"."dataset", count(*)::int as "rows", min(record.period) as "first", max(record.period) as "last"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" in ($1) and "record"."until" is null and "record"."municipality" = $2
  group by "record"."dataset"
  order by "record"."dataset";

-- qualityScores
select "quality_score"."municipality", "municipality"."name", "municipality"."fictional", "quality_score"."period", "quality_score"."score", "quality_score"."passed", "quality_score"."applicable", "quality_score"."failed"
  from "quality_score"
  inner join "municipality" on "municipality"."ubigeo" = "quality_score"."municipality"
  where "quality_score"."municipality" in (select jsonb_array_elements_text($1::text::jsonb)) and "quality_score"."period" = $2 and (quality_score.municipality, quality_score.period) > ($3, $4)
  order by "quality_score"."municipality", "quality_score"."period"
  limit $5;

-- qualityFaults
select "fault"."municipality", "fault"."period", "fault"."rule", "fault"."severity", "fault"."dataset", "fault"."key", "fault"."field", "fault"."message", "record"."line", "record"."submission", "submission"."file_name"
  from "quality_fault" as "fault"
  inner join "record" on "record"."dataset" = "fault"."dataset" and "record"."key" = "fault"."key" and "record"."until" is null
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" in ($1) and "fault"."municipality" in (select jsonb_array_elements_text($2::text::jsonb)) and "fault"."period" = $3
  order by "fault"."municipality", "fault"."period", array_position(array['error', 'warning', 'notice'], fault.severity), "fault"."rule", "fault"."position";

-- sourceNotes
select "record"."dataset", coalesce(record.cells->>'nota', record.cells->>'fuente') as "note", count(*)::int as "rows"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" in ($1) and "record"."until" is null and "record"."municipality" = $2 and "record"."dataset" != $3 and coalesce(record.cells->>'nota', record.cells->>'fuente') is not null
  group by "record"."dataset", coalesce(record.cells->>'nota', record.cells->>'fuente')
  order by "record"."dataset", "note"
  limit $4;

-- completePeriods
select period as "period", count(*)::int as "members"
  from "indicator_value"
  where "indicator" = $1 and "dimension" = $2 and "state" = $3 and "municipality" = any(string_to_array($4, ' '))
  group by "period"
  order by "period";

-- valuePeriods
select period as "period"
  from "indicator_value"
  where "indicator" = $1 and "dimension" = $2 and "value" is not null and "municipality" in (select jsonb_array_elements_text($3::text::jsonb))
  group by "period"
  order by "period" desc;

-- provincesAmong
select "ubigeo"
  from "municipality"
  where "scope" = $1 and "ubigeo" = any(string_to_array($2, ' '))
  order by "ubigeo";

-- quartersWithData
select period as "quarter", count(distinct municipality)::int as "municipalities"
  from "record"
  where "until" is null and "municipality" is not null and "period" like $1 and "municipality" in (select jsonb_array_elements_text($2::text::jsonb))
  group by "period"
  order by "period" desc;

-- reportedDatasets
select "member"."ubigeo", "record"."dataset", count(*)::int as "rows"
  from "record"
  inner join (select jsonb_array_elements_text($1::text::jsonb) as ubigeo) as "member" on "member"."ubigeo" = "record"."municipality"
  where "record"."until" is null and "record"."period" = $2 and (record.cells <> '{}' or record.blanks::text ~ '"(nada|no_aplica)"')
  group by "member"."ubigeo", "record"."dataset"
  order by "member"."ubigeo", "record"."dataset";

-- figuresAt
select string_agg(municipality, ' ') as "municipalities", string_agg(coalesce("value"::text, 'null'), ',') as "values", jsonb_object_agg(municipality, case when state = 'no_reporto' and flags @> '["pendiente"]' then 'no_reporto pendiente' when state = 'no_calculable' and flags @> '["nada_que_informar"]' then 'no_calculable nada_que_informar' else state end) filter (where state <> 'ok') as "states", string_agg(case when provisional then 'p' else '-' end, '') as "provisional", string_agg(coalesce("numerator"::text, 'null'), ',') as "numerators", string_agg(coalesce("denominator"::text, 'null'), ',') as "denominators", string_agg(coalesce("method"::text, 'null'), ',') as "methods", jsonb_object_agg(municipality, flags) filter (where jsonb_array_length(flags) > 0) as "flags", $1::text as "period"
  from "indicator_value"
  where "indicator" = $2 and "dimension" = $3 and "municipality" = any(string_to_array($4, ' ')) and "period" = $5;

-- figuresAt (country)
select string_agg(municipality, ' ') as "municipalities", string_agg(coalesce("value"::text, 'null'), ',') as "values", jsonb_object_agg(municipality, case when state = 'no_reporto' and flags @> '["pendiente"]' then 'no_reporto pendiente' when state = 'no_calculable' and flags @> '["nada_que_informar"]' then 'no_calculable nada_que_informar' else state end) filter (where state <> 'ok') as "states", string_agg(case when provisional then 'p' else '-' end, '') as "provisional", $1::text as "period"
  from "indicator_value"
  where "indicator" = $2 and "dimension" = $3 and "period" = $4;

-- figuresUntil
select string_agg(municipality, ' ') as "municipalities", string_agg(coalesce("value"::text, 'null'), ',') as "values", jsonb_object_agg(municipality, case when state = 'no_reporto' and flags @> '["pendiente"]' then 'no_reporto pendiente' when state = 'no_calculable' and flags @> '["nada_que_informar"]' then 'no_calculable nada_que_informar' else state end) filter (where state <> 'ok') as "states", string_agg(case when provisional then 'p' else '-' end, '') as "provisional", string_agg(coalesce("numerator"::text, 'null'), ',') as "numerators", string_agg(coalesce("denominator"::text, 'null'), ',') as "denominators", period as "period"
  from "indicator_value"
  where "indicator" = $1 and "dimension" = $2 and "period" <= $3
  group by "period"
  order by "period";

-- newestFigures
select "member"."ubigeo", latest.period as "period", case when latest.period >= $1 then latest.value end as "value", case when latest.period >= $2 then latest.numerator end as "numerator", case when latest.period >= $3 then latest.denominator end as "denominator", case when latest.period >= $4 then latest.state else 'vencido' end as "state", latest.flags as "flags", latest.provisional as "provisional", latest.method as "method"
  from (select jsonb_array_elements_text($5::text::jsonb) as ubigeo) as "member"
  inner join lateral (select "v".*
  from "indicator_value" as "v"
  where "v"."municipality" = "member"."ubigeo" and "v"."indicator" = $6 and "v"."dimension" = $7 and "v"."period" <= $8
  order by ((v.value is not null or (v.state = 'no_reporto' and not v.flags @> '["pendiente"]')) and v.period >= $9) desc, "v"."period" desc
  limit $10) as "latest" on true;

-- packedNames
select json_object_agg(ubigeo, name) as "names"
  from "municipality"
  where "ubigeo" = any(string_to_array($1, ' '));

-- seriesOf
select "indicator", "dimension", period as "period", "value", "numerator", "denominator", state as "state", "flags", "provisional", "method"
  from "indicator_value"
  where "municipality" = $1 and "indicator" in ($2)
  order by "indicator", "dimension", "period";

-- networkSeries
select "member"."ubigeo", period as "period", "value", "numerator", "denominator", state as "state", "flags", "provisional"
  from "indicator_value"
  inner join (select jsonb_array_elements_text($1::text::jsonb) as ubigeo) as "member" on "member"."ubigeo" = "indicator_value"."municipality"
  where "indicator" = $2 and "dimension" = $3 and "period" >= $4 and "period" <= $5
  order by "member"."ubigeo", "period";

-- pageOfValues
select "v"."indicator", "v"."dimension", v.period as "period", "v"."municipality", "v"."value", "v"."numerator", "v"."denominator", v.state as "state", "v"."flags", "v"."provisional", "v"."method", coalesce(municipality.fictional, false) as "fictional"
  from "indicator_value" as "v"
  left join "municipality" on "municipality"."ubigeo" = "v"."municipality"
  where "v"."indicator" = $1 and "v"."dimension" = $2 and "v"."period" = $3 and "v"."municipality" in (select jsonb_array_elements_text($4::text::jsonb)) and (v.indicator, v.dimension, v.period, v.municipality) > ($5, $6, $7, $8)
  order by "v"."indicator", "v"."dimension", "v"."period", "v"."municipality"
  limit $9;

-- recordsOf
select "record"."id", "record"."dataset", "record"."key", "record"."municipality", "record"."period", "record"."submission", "record"."line", "record"."cells", "record"."blanks", submission.approved_at is null as "provisional", "submission"."fictional", "submission"."file_name", "submission"."sheet", "submission"."sha256", "submission"."received_at"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" in ($1) and "record"."until" is null and "record"."dataset" = $2 and "record"."period" = $3 and "record"."municipality" = $4 and "record"."municipality" in (select jsonb_array_elements_text($5::text::jsonb)) and "record"."key" > $6
  order by "record"."key"
  limit $7;

-- recordsByKey
select "record"."id", "record"."dataset", "record"."key", "record"."municipality", "record"."period", "record"."submission", "record"."line", "record"."cells", "record"."blanks", "record"."since", "record"."until", "opened"."created_at" as "since_at", "closed"."created_at" as "until_at", "closed"."submission" as "closed_by", "closed"."reason" as "closed_reason", "submission"."state", "submission"."file_name", "submission"."sha256", "submission"."bytes", "submission"."sheet", "submission"."received_at", "submission"."fictional", "submission"."undone_at", "account"."name" as "sender_name", "account"."role" as "sender_role", submission.approved_at is null as "provisional"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  inner join "revision" as "opened" on "opened"."id" = "record"."since"
  left join "revision" as "closed" on "closed"."id" = "record"."until"
  left join "account" on "account"."id" = "submission"."account"
  where "submission"."state" in ($1) and "record"."until" is null and "record"."dataset" = $2 and "record"."key" in (select jsonb_array_elements_text($3::text::jsonb));

-- recordsAtLine
select "record"."id", "record"."dataset", "record"."key", "record"."municipality", "record"."period", "record"."submission", "record"."line", "record"."cells", "record"."blanks", "record"."since", "record"."until", "opened"."created_at" as "since_at", "closed"."created_at" as "until_at", "closed"."submission" as "closed_by", "closed"."reason" as "closed_reason", "submission"."state", "submission"."file_name", "submission"."sha256", "submission"."bytes", "submission"."sheet", "submission"."received_at", "submission"."fictional", "submission"."undone_at", "account"."name" as "sender_name", "account"."role" as "sender_role", submission.approved_at is null as "provisional"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  inner join "revision" as "opened" on "opened"."id" = "record"."since"
  left join "revision" as "closed" on "closed"."id" = "record"."until"
  left join "account" on "account"."id" = "submission"."account"
  where "submission"."state" in ($1) and "record"."dataset" = $2 and "record"."submission" = $3 and "record"."line" = $4
  order by "record"."since" desc, "record"."id" desc;

-- versionsOf
select "record"."id", "record"."dataset", "record"."key", "record"."municipality", "record"."period", "record"."submission", "record"."line", "record"."cells", "record"."blanks", "record"."since", "record"."until", "opened"."created_at" as "since_at", "closed"."created_at" as "until_at", "closed"."submission" as "closed_by", "closed"."reason" as "closed_reason", "submission"."state", "submission"."file_name", "submission"."sha256", "submission"."bytes", "submission"."sheet", "submission"."received_at", "submission"."fictional", "submission"."undone_at", "account"."name" as "sender_name", "account"."role" as "sender_role", submission.approved_at is null as "provisional"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  inner join "revision" as "opened" on "opened"."id" = "record"."since"
  left join "revision" as "closed" on "closed"."id" = "record"."until"
  left join "account" on "account"."id" = "submission"."account"
  where "submission"."state" in ($1) and "record"."dataset" = $2 and "record"."key" = $3
  order by "record"."since" desc, "record"."id" desc;

-- undoneVersions
select "submission"."confirmed_at", "submission"."undone_at"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" = $1 and "record"."dataset" = $2 and "record"."key" = $3
  order by "record"."id" desc;

-- keptWarnings
select "remark"."submission", "submission"."dataset", "submission"."file_name", "submission"."municipality", "submission"."confirmed_at", "remark"."code", "remark"."field", "remark"."text", "remark"."at", "account"."name" as "account_name", (select "finding"."finding"
  from "finding"
  where "finding"."submission" = "remark"."submission" and ("finding"->>'code' = "remark"."code" and coalesce("finding"->>'field', $1) = "remark"."field" and "finding"->>'severity' = $2)
  order by "finding"."position"
  limit $3) as "first_finding"
  from "remark"
  inner join "submission" on "submission"."id" = "remark"."submission"
  left join "account" on "account"."id" = "remark"."account"
  where "submission"."state" in ($4) and exists (select "record"."id"
  from "record"
  where "record"."submission" = "submission"."id" and "record"."period" = $5)
  order by "remark"."at" desc, "remark"."id" desc;

-- realRecordsOf
select "record"."id"
  from "record"
  inner join "submission" on "submission"."id" = "record"."submission"
  where "submission"."state" in ($1) and "submission"."fictional" = $2 and "record"."dataset" = $3;

-- findSubmission
select "submission".*, "sender"."name" as "sender_name", "confirmer"."name" as "confirmer_name"
  from "submission"
  left join "account" as "sender" on "sender"."id" = "submission"."account"
  left join "account" as "confirmer" on "confirmer"."id" = "submission"."confirmed_by"
  where "submission"."state" in ($1) and "submission"."id" = $2;

-- listSubmissions
select "submission".*, "sender"."name" as "sender_name", "confirmer"."name" as "confirmer_name"
  from "submission"
  left join "account" as "sender" on "sender"."id" = "submission"."account"
  left join "account" as "confirmer" on "confirmer"."id" = "submission"."confirmed_by"
  where "submission"."state" in ($1) and "submission"."dataset" = $2 and "submission"."state" = $3
  order by "submission"."received_at" desc, "submission"."id"
  limit $4;

-- findingsOf
select "finding"."finding"
  from "finding"
  inner join "submission" on "submission"."id" = "finding"."submission"
  where "finding"."submission" = $1 and "submission"."state" in ($2)
  order by "finding"."position";
