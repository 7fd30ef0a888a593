import { AskwellError } from '@askwell/core';

import type { Sql } from './sql.js';

const VERSION = 1;

const TABLES = `
  create table if not exists askwell_schema (
    version integer not null
  );
  create table if not exists projects (
    id text primary key,
    created_at timestamptz not null default now()
  );
  create table if not exists responses (
    project text not null references projects (id),
    id uuid not null,
    revision bigint not null,
    survey text not null,
    kind text not null,
    scale_min bigint,
    scale_max bigint,
    score bigint,
    status text not null,
    channel text not null,
    shown_at timestamptz not null,
    received_at timestamptz not null default now(),
    record jsonb not null,
    primary key (project, id)
  );
  create index if not exists responses_by_survey on responses (project, survey, shown_at);
  insert into projects (id) values ('main') on conflict do nothing;
  insert into askwell_schema (version) select ${VERSION} where not exists (select from askwell_schema);
`;

/** Makes the tables and the project `main` where they are missing. Throws `storage` when a newer Askwell wrote the data. */
export async function createTables(sql: Sql): Promise<void> {
  await sql.exec(TABLES);
  const { rows } = await sql.query<{ version: number }>('select version from askwell_schema');
  const version = rows[0]?.version;
  if (version !== VERSION) {
    throw new AskwellError(
      'storage',
      `The data has schema version ${version}, and this version of Askwell reads version ${VERSION}. Start the version that wrote the data, or choose another folder.`,
      { version },
    );
  }
}
