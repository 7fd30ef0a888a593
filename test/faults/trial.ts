import { createHash } from 'node:crypto';

/** What a receiver does with a request, and when. */
export type Reaction = 'ok' | '500' | 'kept500' | 'reset' | 'keptReset' | '429' | 'portal' | 'hold' | 'keptHold' | 'keptDrip';

/** One run: what pages of it were promised, and what the receiver keeps of it. */
export class Trial {
  readonly name: string;
  /** Keys whose `submit()` said `saved` or `sent`, told by the page before anything else could happen. */
  readonly promised = new Set<string>();
  /** Keys that were submitted, whatever became of them. */
  readonly submitted = new Set<string>();
  /** Hash of the body that is kept under a key. */
  readonly stored = new Map<string, string>();
  /** How often each key came. */
  readonly attempts = new Map<string, number>();
  /** Requests for what was kept already. */
  redelivered = 0;
  /** Keys that came with another body. */
  readonly twice = new Set<string>();
  /** When each request came, ms. */
  readonly times: number[] = [];
  /** Resolves when a page has reached the point at which it is to be killed. */
  readonly arrived = Promise.withResolvers<void>();
  /** What a page says of its outcomes, in turn. */
  readonly heard: string[] = [];
  readonly firstHeard = Promise.withResolvers<string[]>();
  /** Resolves when it has been killed, where a page waits for that. */
  readonly killed = Promise.withResolvers<void>();
  /** Resolves when every page has nothing left to deliver. */
  readonly drained = Promise.withResolvers<void>();
  /** How many pages have something left to deliver. */
  busyPages = 1;
  /** Chooses what happens to the n-th request of the trial, which is also the n-th attempt of its key. */
  react: (request: number, key: string, attempt: number) => Reaction = () => 'ok';
  /** Ms until each reply. */
  delay = 0;
  /** The content security policy of its pages; `NONCE` stands for the one of each. */
  policy = '';
  #requests = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a request in, and says how to reply. */
  receive(key: string, body: string): Reaction {
    const attempt = this.attempts.get(key) ?? 0;
    this.attempts.set(key, attempt + 1);
    this.times.push(performance.now());
    const reaction = this.react(this.#requests++, key, attempt);
    if (reaction !== 'ok' && !reaction.startsWith('kept')) return reaction;
    const hash = createHash('sha256').update(body).digest('hex');
    const before = this.stored.get(key);
    if (before === undefined) {
      this.stored.set(key, hash);
      this.kept(body);
    } else if (before === hash) this.redelivered++;
    else this.twice.add(key);
    return reaction;
  }

  /** Hears of each body that is kept under a new key. */
  kept(_body: string): void {}

  /** Hears what a page tells. */
  told(_what: URLSearchParams): void {}

  /** Promised, but not there. */
  lost(): string[] {
    return [...this.promised].filter((key) => !this.stored.has(key));
  }

  /** There, but not promised: the page was killed before it could be told. */
  unpromised(): string[] {
    return [...this.stored.keys()].filter((key) => !this.promised.has(key));
  }
}
