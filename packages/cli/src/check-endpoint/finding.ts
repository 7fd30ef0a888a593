/** `skip`: it does not apply, or what it builds on failed. Only `fail` makes an endpoint unfit. */
export type Result = 'pass' | 'warn' | 'fail' | 'skip';

/** What one check found. */
export interface Finding {
  /** For programs: `first-revision`. It does not change. */
  id: string;
  title: string;
  result: Result;
  expected: string;
  came: string;
  /** What to do; there unless it passed or was skipped. */
  advice?: string;
}
