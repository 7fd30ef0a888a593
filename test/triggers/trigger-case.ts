type Loose = Readonly<Record<string, unknown>>;

/** One case of the peers' own tests, as `trigger-cases.json` holds it. */
export interface TriggerCase {
  id: string;
  peer: string;
  group: string;
  condition: Loose;
  context: Loose;
  /** What the peer does. */
  shown: unknown;
  /** What Askwell does; `n/a` where that cannot be said, with the reason. */
  ours: { shown: boolean | 'n/a'; why?: string };
}
