import type { ResponseRecord } from './record.js';

/**
 * The bytes of a record as text, in the order of its keys: no NUL, no lone surrogate.
 * Made once per revision and then frozen, so that every attempt sends the same body under the same key.
 */
export function recordBody(record: ResponseRecord): string {
  return JSON.stringify(record, (_key, value: unknown) =>
    // Receivers refuse a whole request over one lone surrogate, and databases over one NUL.
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  );
}

/** The idempotency key of a revision: `<id>.<revision>`. */
export function revisionKey(record: { id: string; revision: number }): string {
  return `${record.id}.${record.revision}`;
}
