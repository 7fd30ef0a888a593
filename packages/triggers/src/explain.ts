/** `unknown`: something that the answer depends on was not given. */
export type Status = 'pass' | 'fail' | 'unknown';

/** What was tested, and what came of it. */
export interface Verdict {
  status: Status;
  /** Where in the campaign it stands: a JSON pointer, as `/if/all/0`. */
  path?: string | undefined;
  /** What was found. */
  actual?: unknown;
  /** What the campaign asks for. */
  expected?: unknown;
  /** When it may become another answer, where time alone can change it: ISO 8601. */
  until?: string | undefined;
  /** What it is made of. */
  children?: readonly Verdict[] | undefined;
}

/** What is asked of every campaign, in this order. */
export type RuleId =
  | 'enabled'
  | 'schedule'
  | 'quota'
  | 'consent'
  | 'trigger'
  | 'if'
  | 'sample'
  | 'repeat'
  | 'budget'
  | 'moment'
  | 'turn';

export interface ExplainRule extends Verdict {
  rule: RuleId;
}

/** Why a campaign shows, or does not. */
export interface Explain {
  campaign: string;
  /** The moment that it is about: ISO 8601. */
  at: string;
  show: boolean;
  /** The first rule that does not pass; `invalid` for a campaign that is broken. */
  reason: RuleId | 'ok' | 'invalid';
  status?: 'fail' | 'unknown' | 'invalid';
  /** The earliest moment at which it may show, where time alone stands in the way: ISO 8601. */
  until?: string | undefined;
  /** Every rule, also those after the first that failed. Of a broken campaign none. */
  rules: readonly ExplainRule[];
  /** Where a broken campaign is broken: a JSON pointer into the configuration. */
  path?: string;
}
