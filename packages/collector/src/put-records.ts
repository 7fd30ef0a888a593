import { recordBody, type ResponseRecord } from '@askwell/core';

import type { Sql } from './sql.js';
import type { PutOutcome } from './store.js';

const UPSERT = `
  insert into responses
    (project, id, revision, survey, kind, scale_min, scale_max, score, status, channel, shown_at, record)
  select
    $1, (record->>'id')::uuid, (record->>'revision')::bigint, record->>'survey', record->>'kind',
    (record->'scale'->>0)::bigint, (record->'scale'->>1)::bigint, (record->'answers'->>'score')::bigint,
    record->>'status', record->>'channel', (record->>'shownAt')::timestamptz, record
  from jsonb_array_elements($2::jsonb) as incoming (record)
  on conflict (project, id) do update set
    revision = excluded.revision, survey = excluded.survey, kind = excluded.kind,
    scale_min = excluded.scale_min, scale_max = excluded.scale_max, score = excluded.score,
    status = excluded.status, channel = excluded.channel, shown_at = excluded.shown_at,
    received_at = excluded.received_at, record = excluded.record
  where excluded.revision > responses.revision
  returning id
`;

// A statement of its own: it must see what another connection stored while the first one waited for it.
const COMPARE = `
  select
    kept.id,
    case
      when kept.revision > (incoming.record->>'revision')::bigint then 'lower'
      when kept.record = incoming.record then 'same'
      else 'conflict'
    end as outcome
  from jsonb_array_elements($2::jsonb) as incoming (record)
  join responses as kept on kept.project = $1 and kept.id = (incoming.record->>'id')::uuid
`;

/** Stores the highest revision per id. Call it in a transaction. */
export async function putRecords(sql: Sql, project: string, records: readonly ResponseRecord[]): Promise<PutOutcome[]> {
  const outcomes: PutOutcome[] = [];
  for (const round of roundsOf(records)) {
    const found = await putOnce(sql, project, round.map(({ record }) => record));
    for (const { index, record } of round) outcomes[index] = found.get(record.id)!;
  }
  return outcomes;
}

async function putOnce(sql: Sql, project: string, records: readonly ResponseRecord[]): Promise<Map<string, PutOutcome>> {
  const outcomes = new Map<string, PutOutcome>();
  const written = await sql.query<{ id: string }>(UPSERT, [project, jsonArray(records)]);
  for (const { id } of written.rows) outcomes.set(id, 'stored');

  const rest = records.filter(({ id }) => !outcomes.has(id));
  if (rest.length === 0) return outcomes;
  const compared = await sql.query<{ id: string; outcome: PutOutcome }>(COMPARE, [project, jsonArray(rest)]);
  for (const { id, outcome } of compared.rows) outcomes.set(id, outcome);
  return outcomes;
}

/** `recordBody` takes out what PostgreSQL cannot hold: NUL and lone surrogates. */
const jsonArray = (records: readonly ResponseRecord[]) => `[${records.map(recordBody).join(',')}]`;

/** One statement can touch a row once, so a second revision of an id waits for the next round. */
function roundsOf(records: readonly ResponseRecord[]) {
  const rounds: { index: number; record: ResponseRecord }[][] = [];
  const seen = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const round = seen.get(record.id) ?? 0;
    seen.set(record.id, round + 1);
    (rounds[round] ??= []).push({ index, record });
  }
  return rounds;
}
