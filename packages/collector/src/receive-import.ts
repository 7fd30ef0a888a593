import type { ResponseRecord } from '@askwell/core';

import { bodyPieces } from './body-pieces.js';
import { parseRecord } from './parse-record.js';
import type { RequestFault } from './problem.js';
import { readLines } from './read-lines.js';
import type { PutOutcome, Store } from './store.js';

/** A line of an import that was not taken. */
export interface RejectedLine extends RequestFault {
  /** Counted from 1. */
  line: number;
}

/** What became of an import. */
export interface ImportReport {
  /** Whether every line was taken. */
  ok: boolean;
  /** Records that were stored. */
  accepted: number;
  /** Records that were there already, in this revision or a higher one. */
  duplicates: number;
  /** How many lines were not taken. */
  rejectedLines: number;
  /** What was wrong with these lines: at most the first 1000 faults. */
  rejected: RejectedLine[];
}

const BATCH_RECORDS = 500;
const BATCH_CHARACTERS = 2 ** 20;
const FAULTS_LISTED = 1000;

/**
 * Stores the records of a request in NDJSON, batch by batch, while it arrives. Each batch is a transaction, so an
 * import that breaks off leaves whole batches behind, and can be sent again from the start.
 */
export async function receiveImport(
  request: Request,
  { store, project, maxBytes, onStored }: {
    store: Store;
    project: string;
    maxBytes: number;
    onStored: (records: ResponseRecord[]) => void;
  },
): Promise<ImportReport> {
  const report: ImportReport = { ok: true, accepted: 0, duplicates: 0, rejectedLines: 0, rejected: [] };
  let batch: { line: number; record: ResponseRecord }[] = [];
  let characters = 0;

  const reject = (line: number, faults: RequestFault[]) => {
    report.ok = false;
    report.rejectedLines += 1;
    const room = FAULTS_LISTED - report.rejected.length;
    report.rejected.push(...faults.slice(0, room).map((fault) => ({ line, ...fault })));
  };
  const count = (line: number, outcome: PutOutcome) => {
    if (outcome === 'stored') report.accepted += 1;
    else if (outcome === 'conflict') reject(line, [{ path: '/revision', message: 'Already stored with another content' }]);
    else report.duplicates += 1;
  };
  const flush = async () => {
    const records = batch.map(({ record }) => record);
    const outcomes = await store.put(project, records);
    for (const [index, { line }] of batch.entries()) count(line, outcomes[index]!);
    onStored(records.filter((_record, index) => outcomes[index] === 'stored'));
    batch = [];
    characters = 0;
  };

  for await (const { line, text, fault } of readLines(bodyPieces(request), maxBytes)) {
    if (fault !== undefined) {
      reject(line, [{ path: '', message: fault }]);
      continue;
    }
    const parsed = parseRecord(text);
    if ('faults' in parsed) {
      reject(line, parsed.faults);
      continue;
    }
    batch.push({ line, record: parsed.record });
    characters += text.length;
    if (batch.length >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) await flush();
  }
  if (batch.length > 0) await flush();
  return report;
}
