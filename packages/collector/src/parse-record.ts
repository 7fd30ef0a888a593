import type { ResponseRecord } from '@askwell/core';
import { responseRecord } from '@askwell/schema';

import type { RequestFault } from './problem.js';

type Issue = NonNullable<ReturnType<typeof responseRecord.safeParse>['error']>['issues'][number];

/** A record out of JSON text, or everything that is wrong with it. The path `''` is the whole of the text. */
export function parseRecord(text: string): { record: ResponseRecord } | { faults: RequestFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { faults: [{ path: '', message: `Not JSON: ${(error as Error).message}` }] };
  }
  const result = responseRecord.safeParse(value);
  return result.success ? { record: result.data } : { faults: result.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: Issue): RequestFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pointer([...issue.path, key]), message: 'Unknown field' }));
  }
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [{ path: pointer(issue.path), message }];
}

const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
