/** What is wrong with what a configuration means, though it is well formed. */
export interface Finding {
  /** The way down to it, as in `['campaigns', 3, 'schedule']`. */
  path: (string | number)[];
  /** `error`: something never happens that is written there. `warning`: it may not be what is meant. */
  severity: 'error' | 'warning';
  code:
    | 'never-shows'
    | 'contradiction'
    | 'starved'
    | 'no-anchor'
    | 'dead-step'
    | 'missing-language'
    | 'unused-survey'
    | 'half-a-budget'
    | 'misspelt-address'
    | 'beyond-memory'
    | 'small-share'
    | 'no-such-moment'
    | 'unkind';
  /** What it is, and what to do. */
  message: string;
}
