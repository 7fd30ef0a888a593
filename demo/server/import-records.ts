import type { ImportReport, Summary } from '@askwell/collector';
import type { ResponseRecord } from '@askwell/core';

const BATCH = 500;

export interface ImportOptions {
  /** Where the collector is: `http://127.0.0.1:4700`. */
  url: string;
  surveys: ReadonlyMap<string, readonly ResponseRecord[]>;
  /** Hears of each step: how many records are there of how many. It hears nothing when all were there before. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends records to a collector through its own HTTP interface, as any other program would. Surveys that are there
 * already are left alone; one that is there in part, after an interrupted import, is completed.
 */
export async function importRecords({ url, surveys, onProgress, signal }: ImportOptions): Promise<void> {
  const missing: ResponseRecord[] = [];
  for (const [survey, records] of surveys) {
    if ((await countOf(url, survey, signal)) < records.length) missing.push(...records);
  }
  for (let done = 0; done < missing.length; done += BATCH) {
    await send(url, missing.slice(done, done + BATCH), signal);
    onProgress?.(Math.min(done + BATCH, missing.length), missing.length);
  }
}

async function countOf(url: string, survey: string, signal?: AbortSignal): Promise<number> {
  const response = await fetch(`${url}/v1/main/summary?${new URLSearchParams({ survey })}`, { signal: signal ?? null });
  if (!response.ok) throw new Error(`The collector answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as Summary).n;
}

async function send(url: string, records: readonly ResponseRecord[], signal?: AbortSignal): Promise<void> {
  const response = await fetch(`${url}/v1/main/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: records.map((record) => JSON.stringify(record)).join('\n'),
    signal: signal ?? null,
  });
  if (!response.ok) throw new Error(`The collector answered ${response.status}: ${await response.text()}`);
  const { rejected } = (await response.json()) as ImportReport;
  const [first] = rejected;
  if (first) throw new Error(`The collector refused line ${first.line}: ${first.path} ${first.message}`);
}
