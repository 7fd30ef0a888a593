import { hash32, uuidv7 } from '@askwell/core';
import { clampHistory, type PastEvent, type PastShow, type PromptHistory, type Session } from '@askwell/triggers';

import { attempt } from './attempt.js';
import { PREFIX } from './wipe.js';

const MOST_SHOWS = 100;
const MOST_EVENTS = 200;
const SESSION_MS = 30 * 60_000;

type Stored = Session & { lastAt: number };

const sound = <T>(list: readonly T[] | undefined): T[] =>
  Array.isArray(list) ? (list as (T & { at?: unknown })[]).filter((entry) => Number.isFinite(entry?.at)) : [];

const parse = <T>(text: string | null): T | undefined => attempt(() => JSON.parse(text!) as T) ?? undefined;

/**
 * What the device remembers of one visitor: shows, events, the session. Read anew each time, since other tabs write too.
 * Where storage cannot be used nothing is known and nothing is kept; an entry that is damaged is dropped.
 */
export class Memory {
  /** The memory of a respondent, else of this device, which gets a random name; `undefined` where storage is denied. */
  static of(respondent: string | undefined): Memory | undefined {
    return attempt(() => {
      const device = localStorage.getItem(`${PREFIX}visitor`) ?? uuidv7();
      localStorage.setItem(`${PREFIX}visitor`, device);
      return new Memory(respondent ?? device);
    });
  }

  readonly #key: string;
  #known: { text: string | null; history: PromptHistory } | undefined;

  /** @param visitor who it is about; another one has another memory */
  constructor(readonly visitor: string) {
    this.#key = hash32(visitor).toString(36);
  }

  /** Read anew only when it has changed. */
  history(now: number): PromptHistory {
    const text = this.#text('history');
    if (text !== this.#known?.text) {
      const { shows, events } = parse<Partial<PromptHistory>>(text) ?? {};
      this.#known = { text, history: clampHistory({ shows: sound(shows), events: sound(events) }, now) };
    }
    return this.#known.history;
  }

  addEvent(event: PastEvent): void {
    this.#change(event.at, ({ shows, events }) => ({ shows, events: [...events, event].slice(-MOST_EVENTS) }));
  }

  addShow(show: PastShow): void {
    this.#change(show.at, ({ shows, events }) => ({ shows: [...shows, show].slice(-MOST_SHOWS), events }));
  }

  /** Says how the last show of a campaign ended. An answer is not taken back by what follows it. */
  endShow(campaign: string, ending: Pick<PastShow, 'ending' | 'endedAt' | 'score'>, now: number): void {
    this.#change(now, ({ shows, events }) => {
      const last = shows.findLastIndex((show) => show.campaign === campaign);
      return { shows: shows.map((show, index) => (index === last && show.ending !== 'answered' ? { ...show, ...ending } : show)), events };
    });
  }

  /** The session that goes on, or a new one. `pages` and `seconds` are added to it. */
  session(now: number, pages = 0, seconds = 0): Session {
    const known = parse<Stored>(this.#text('session'));
    const goesOn = !!known && Math.abs(now - known.lastAt) < SESSION_MS;
    const before: Session = goesOn ? known : { startedAt: now, number: (known?.number ?? 0) + 1 };
    const session: Stored = { ...before, pages: (before.pages ?? 0) + pages, seconds: (before.seconds ?? 0) + seconds, lastAt: now };
    if (!goesOn || pages || seconds) this.#write('session', session);
    return session;
  }

  #change(now: number, change: (history: PromptHistory) => PromptHistory): void {
    const history = change(this.history(now));
    this.#known = { text: this.#write('history', history), history };
  }

  #text(what: string): string | null {
    return attempt(() => localStorage.getItem(`${PREFIX}${what}:${this.#key}`)) ?? null;
  }

  /** Where storage is full, what was there stays. */
  #write(what: string, value: unknown): string {
    const text = JSON.stringify(value);
    attempt(() => localStorage.setItem(`${PREFIX}${what}:${this.#key}`, text));
    return text;
  }
}
