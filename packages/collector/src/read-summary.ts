import type { SurveyKind } from '@askwell/core';

import type { Sql } from './sql.js';
import type { Summary, SummaryQuery } from './store.js';

// A survey id that was used for two questions has no common score: the question that most answered is counted,
// the answers to the other are reported as excluded.
const SUMMARY = `
  with asked as (
    select kind, scale_min, scale_max, score, status, received_at
    from responses
    where project = $1 and survey = $2
      and ($3::timestamptz is null or shown_at >= $3::timestamptz)
      and ($4::timestamptz is null or shown_at < $4::timestamptz)
  ), question as (
    select kind, scale_min, scale_max
    from asked
    group by kind, scale_min, scale_max
    order by count(score) desc, count(*) desc, max(received_at) desc
    limit 1
  ), counted as (
    select score, count(*) as n, count(*) filter (where status <> 'complete') as partial
    from asked join question using (kind, scale_min, scale_max)
    where score is not null
    group by score
  )
  select
    (select to_jsonb(question) from question) as question,
    (select coalesce(jsonb_object_agg(score::text, n), '{}') from counted) as counts,
    (select coalesce(sum(n), 0)::float8 from counted) as n,
    (select coalesce(sum(partial), 0)::float8 from counted) as partial,
    count(*)::float8 as shown,
    count(score)::float8 as scored,
    to_char(max(received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at
  from asked
`;

interface Row {
  question: { kind: SurveyKind; scale_min: number | null; scale_max: number | null } | null;
  counts: Record<string, number>;
  n: number;
  partial: number;
  shown: number;
  scored: number;
  updated_at: string | null;
}

/** Counts the answers to a survey. One that nobody was asked has `n` 0 and no kind. */
export async function readSummary(sql: Sql, project: string, query: SummaryQuery): Promise<Summary> {
  const { survey, from = null, to = null } = query;
  const { rows } = await sql.query<Row>(SUMMARY, [project, survey, from, to]);
  const { question, counts, n, partial, shown, scored, updated_at } = rows[0]!;
  const { kind = null, scale_min = null, scale_max = null } = question ?? {};
  return {
    survey,
    kind,
    scale: scale_min === null || scale_max === null ? null : [scale_min, scale_max],
    n,
    counts,
    partial,
    shown,
    excluded: scored - n,
    from,
    to,
    updatedAt: updated_at,
  };
}
