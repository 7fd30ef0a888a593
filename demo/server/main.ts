import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { createCollector, openPgliteStore, serve, type Store } from '@askwell/collector';
import { AskwellError, type ResponseRecord } from '@askwell/core';

import { importRecords } from './import-records.js';
import { progressBar } from './progress-bar.js';
import { PortError, readPort, USUAL_PORT } from './read-port.js';
import { sfoRecords } from './sfo-records.js';

// This file runs as demo/dist/server/main.js.
const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const stop = new AbortController();
// A terminal sends the signal to npm and to this process, and npm sends it on: further ones change nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

try {
  await run();
} catch (error) {
  console.error(error instanceof AskwellError || error instanceof PortError ? messageOf(error) : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const port = readPort(process.env.PORT, USUAL_PORT);
  const collector = Promise.withResolvers<ReturnType<typeof createCollector>>();
  collector.promise.catch(() => {});
  // The port comes first: whoever starts the demo twice should hear of the port, not of the data behind it.
  const server = await serve({
    app: { fetch: async (request) => (await collector.promise).fetch(request) },
    port,
    pages: inProject('demo/dist/pages'),
  });
  let store: Store | undefined;
  try {
    store = await openPgliteStore({ dataDir: process.env.ASKWELL_DATA || inProject('.data/collector') });
    collector.resolve(createCollector({ store, signal: stop.signal }));
    await importSurveys(server.url);
    if (!stop.signal.aborted) console.log(`Askwell is at ${server.url}/ (Ctrl-C ends it)`);
    await stopped();
  } catch (error) {
    collector.reject(error);
    throw error;
  } finally {
    await server.close();
    await store?.close();
  }
}

async function importSurveys(url: string): Promise<void> {
  const surveys = new Map<string, ResponseRecord[]>();
  for (const year of [2017, 2018]) {
    const csv = await readFile(inProject(`demo/data/sfo_${year}_survey.csv`), 'utf8');
    for (const [survey, records] of sfoRecords(csv, year)) surveys.set(survey, records);
  }
  try {
    await importRecords({ url, surveys, onProgress: progressBar('Importing the airport surveys'), signal: stop.signal });
  } catch (error) {
    // The next start completes what Ctrl-C interrupted.
    if (!stop.signal.aborted) throw error;
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    if (stop.signal.aborted) resolve();
    else stop.signal.addEventListener('abort', () => resolve());
  });
}

function messageOf(error: AskwellError | PortError): string {
  if (error.code !== 'port-unavailable') return error.message;
  const { port, cause } = error.details ?? {};
  const example = `Example: PORT=${port === USUAL_PORT + 1 ? USUAL_PORT + 2 : USUAL_PORT + 1} npm start`;
  if (cause !== 'EADDRINUSE') return `${error.message} ${example}`;
  return `Port ${port as number} is taken, perhaps by Askwell itself: open http://127.0.0.1:${port as number}/\nOr choose another one. ${example}`;
}
