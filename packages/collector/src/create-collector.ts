import { AskwellError } from '@askwell/core';
import { Hono, type Context } from 'hono';
import { except } from 'hono/combine';
import { cors } from 'hono/cors';

import { Changes } from './changes.js';
import { Problem } from './problem.js';
import { receiveImport } from './receive-import.js';
import { receiveRecord } from './receive-record.js';
import { respondWithSummary } from './respond-with-summary.js';
import type { Store } from './store.js';
import { streamSummary } from './stream-summary.js';
import { summaryQuery } from './summary-query.js';

export interface CollectorOptions {
  store: Store;
  /** Bytes that one record may have, alone or as a line of an import. Default: 64 KiB. */
  maxBytes?: number;
  /** Milliseconds between two comments that keep an idle live stream open. Default: 25 000. */
  heartbeat?: number;
  /** Ends all live streams, which a server that stops would wait for. */
  signal?: AbortSignal;
  /** Hears of every failure that is answered with status 500 or ends a stream. Default: `console.error`. */
  onError?: (error: unknown) => void;
}

const PROJECT = /^[\w-]{1,64}$/;

/**
 * The receiver of responses as a Hono app: a handler of web-standard requests, for Node, Deno, Bun or a worker.
 *
 * - `POST /v1/:project/responses`: one record as JSON, or many as NDJSON. Sending twice is harmless.
 * - `GET /v1/:project/summary?survey=&from=&to=`: the answers counted, as JSON or as a live stream of events.
 *
 * Pages of every origin may post; a summary carries no CORS header, so only pages of its own origin can read it.
 * It authenticates nobody: who may read a summary is for what stands in front of it.
 */
export function createCollector({
  store,
  maxBytes = 64 * 1024,
  heartbeat = 25_000,
  signal,
  onError = (error) => console.error(error),
}: CollectorOptions): Hono {
  const app = new Hono();
  const changes = new Changes();

  app.use(
    '/v1/*',
    // Pages elsewhere send answers, and need to see when their address is wrong; the summary is not for them.
    except(
      '/v1/:project/summary',
      cors({
        origin: '*',
        allowMethods: ['POST'],
        allowHeaders: ['content-type', 'idempotency-key'],
        exposeHeaders: ['Retry-After'],
        maxAge: 7200,
      }),
    ),
  );

  app.post('/v1/:project/responses', async (context) => {
    const request = context.req.raw;
    const type = mediaType(request);
    const project = await knownProject(store, context);
    if (type === 'application/x-ndjson') {
      const report = await receiveImport(request, {
        store,
        project,
        maxBytes,
        onStored: (records) => changes.announce(project, records.map(({ survey }) => survey)),
      });
      return context.json(report);
    }
    const { record, outcome } = await receiveRecord(request, { store, project, maxBytes });
    if (outcome === 'stored') changes.announce(project, [record.survey]);
    return context.json({ ok: true, id: record.id, revision: record.revision });
  });
  app.all('/v1/:project/responses', () => methodNotAllowed('POST, OPTIONS'));

  app.get('/v1/:project/summary', async (context) => {
    const query = summaryQuery(context.req.query());
    const project = await knownProject(store, context);
    const read = () => store.summary(project, query);
    context.header('vary', 'Accept', { append: true });
    // A HEAD comes here too, and a stream without a reader would never end.
    const live = context.req.method === 'GET' && context.req.header('accept')?.includes('text/event-stream');
    if (!live) return respondWithSummary(context, await read());
    return streamSummary(context, {
      read,
      watch: (onChange) => changes.watch(project, query.survey, onChange),
      heartbeat,
      signal,
      onError,
    });
  });
  app.all('/v1/:project/summary', () => methodNotAllowed('GET, HEAD'));

  app.notFound((context) =>
    new Problem(404, 'not-found', 'Not found', `There is nothing at ${context.req.path}.`).toResponse(),
  );
  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    if (error instanceof AskwellError && error.code === 'closed') {
      return new Problem(503, 'closed', 'Not available', 'The collector is shutting down. Send it again later.', {
        headers: { 'retry-after': '5' },
      }).toResponse();
    }
    onError(error);
    return new Problem(500, 'internal', 'Internal error', 'The collector failed. Nothing of this request is certain; send it again.').toResponse();
  });
  return app;
}

/** Simple requests, which need no preflight, can only carry JSON as text. */
function mediaType(request: Request): string {
  const type = request.headers.get('content-type')?.split(';', 1)[0]!.trim().toLowerCase();
  if (type === 'application/json' || type === 'text/plain' || type === 'application/x-ndjson') return type;
  throw new Problem(
    415,
    'unsupported-type',
    'Unsupported media type',
    'Send a record as application/json or text/plain, or many as application/x-ndjson.',
    { headers: { accept: 'application/json, text/plain, application/x-ndjson' } },
  );
}

async function knownProject(store: Store, context: Context): Promise<string> {
  const project = context.req.param('project') ?? '';
  if (PROJECT.test(project) && (await store.hasProject(project))) return project;
  throw new Problem(404, 'unknown-project', 'Unknown project', 'There is no such project here. A fresh install has the project "main".');
}

function methodNotAllowed(allow: string): never {
  throw new Problem(405, 'method-not-allowed', 'Method not allowed', `Allowed here: ${allow}.`, { headers: { allow } });
}
