import { revisionKey, type ResponseRecord } from '@askwell/core';

import { parseRecord } from './parse-record.js';
import { Problem } from './problem.js';
import { readText } from './read-text.js';
import type { PutOutcome, Store } from './store.js';

/** Stores the one record of a request, and says what became of it. Throws a {@link Problem} when it cannot be taken. */
export async function receiveRecord(
  request: Request,
  { store, project, maxBytes }: { store: Store; project: string; maxBytes: number },
): Promise<{ record: ResponseRecord; outcome: PutOutcome }> {
  const parsed = parseRecord(await readText(request, maxBytes));
  if ('faults' in parsed) {
    const { faults } = parsed;
    const first = faults[0]!;
    throw new Problem(400, 'invalid-record', 'Invalid record', `${first.path || 'The body'}: ${first.message}`, { errors: faults });
  }
  const { record } = parsed;
  assertKeyFits(request.headers.get('idempotency-key'), record);

  const [outcome] = await store.put(project, [record]);
  if (outcome === 'conflict') {
    throw new Problem(
      422,
      'revision-conflict',
      'Revision conflict',
      `Revision ${record.revision} of ${record.id} was stored before with another content. A change needs a higher revision.`,
      { errors: [{ path: '/revision', message: 'Already stored with another content' }] },
    );
  }
  return { record, outcome: outcome! };
}

/** The header is a string of a structured field (RFC 9651), so it comes in quotation marks. */
function assertKeyFits(header: string | null, record: ResponseRecord): void {
  const expected = `"${revisionKey(record)}"`;
  if (header === null || header.trim() === expected) return;
  throw new Problem(
    422,
    'key-mismatch',
    'Idempotency key mismatch',
    `The header Idempotency-Key must be ${expected} for this record, in quotation marks, or be left out.`,
  );
}
