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
  const having = (status: Status): Verdict[] => children.filter((child) => child.status === status);
  const decided = having(decisive);
  const moments = (decided.length ? decided : children).map(({ until }) => until);
  const known = moments.filter((until) => until !== undefined).sort();
  if (decided.length) return { status: decisive, until: known.length === moments.length ? known.at(-1) : undefined };
  if (having('unknown').length) return { status: 'unknown' };
  return { status: decisive === 'fail' ? 'pass' : 'fail', until: known[0] };
}
