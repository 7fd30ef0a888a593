import type { Status, Verdict } from './explain.js';

/** What is not known neither passes nor fails. */
export const statusOf = (holds: boolean | undefined): Status => (holds === undefined ? 'unknown' : holds ? 'pass' : 'fail');

/** A moment as text, where there is such a moment: `never` is none. */
export const moment = (ms: number): string | undefined => (Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : undefined);

/**
 * Joins verdicts in three-valued logic (Kleene): one that is `decisive` decides, else one that is unknown leaves it
 * unknown. `fail` decides where all must pass, `pass` where any may.
 */
export function join(children: readonly Verdict[], decisive: 'pass' | 'fail'): Pick<Verdict, 'status' | 'until'> {
  let decided = false;
  let unknown = false;
  /** Of those that decide; unknown where it is of one of them. */
  let last: string | undefined = '';
  let first: string | undefined;
  for (const { status, until } of children) {
    if (status === decisive) {
      decided = true;
      if (last !== undefined && !(until! <= last)) last = until;
    }
    unknown ||= status === 'unknown';
    if (until !== undefined && !(first! <= until)) first = until;
  }
  if (decided) return { status: decisive, until: last };
  if (unknown) return { status: 'unknown' };
  return { status: decisive === 'fail' ? 'pass' : 'fail', until: first };
}
