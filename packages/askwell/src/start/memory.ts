import { hash32, uuidv7 } from '@askwell/core';
import { clampHistory, MOST_REMEMBERED, type PastEvent, type PastShow, type PromptHistory, type Session } from '@askwell/triggers';

import { attempt } from './attempt.js';
import { PREFIX } from './wipe.js';

/** Written and erased to see whether there is room for what a page adds. */
const ROOM = `${PREFIX}room`;
const ROOM_TIMES = 200;
const SESSION_MS = 30 * 60_000;

const sound = <T>(list: readonly T[] | undefined): T[] =>
  Array.isArray(list) ? (list as (T & { at?: unknown; endedAt?: unknown })[]).filter((entry) => Number.isFinite(entry?.at) && Number.isFinite(entry.endedAt ?? 0)) : [];

const parse = <T>(text: string | null): T | null | undefined => attempt(() => JSON.parse(text!) as T);

/** The last hundred of each kind: many of one kind do not push out what is known of another. */
function latestOfEach<T>(list: readonly T[], kindOf: (entry: T) => string): T[] {
  const counts = new Map<string, number>();
  const isLate = (entry: T): boolean => {
    const kind = kindOf(entry);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_REMEMBERED;
  };
  return list.toReversed().filter(isLate).reverse();
}

/**
 * What the device remembers of one visitor: shows, events, the session. Read anew each time, since other tabs write too.
 * Where storage cannot be used nothing is known and nothing is kept; an entry that is damaged is dropped.
 */
export class Memory {
  /** The memory of a respondent, else of this device, which gets a random name; `undefined` where storage is denied or full. */
  static of(respondent: string | undefined): Memory | undefined {
    return attempt(() => {
      const device = localStorage.getItem(`${PREFIX}visitor`) ?? uuidv7();
      localStorage.setItem(`${PREFIX}visitor`, device);
      // Who could not be remembered as asked would be asked again.
      localStorage.setItem(ROOM, ROOM.repeat(ROOM_TIMES));
      localStorage.removeItem(ROOM);
      return new Memory(respondent ?? device);
    });
  }

  /** Names the visitor to nobody else. */
  readonly key: string;
  #known: { text: string | null; history: PromptHistory; now: number } | undefined;

  /** @param visitor who it is about; another one has another memory */
  constructor(readonly visitor: string) {
    this.key = hash32(visitor).toString(36);
  }

  /** Read anew only when it has changed, or the clock was set back: what is of the future then has happened just now. */
  history(now: number): PromptHistory {
    const known = this.#known;
    const text = this.#text('history');
    if (text === known?.text && now >= known.now) known.now = now;
    else {
      const { shows, events } = (text === known?.text ? known.history : parse<Partial<PromptHistory>>(text)) ?? {};
      this.#know(clampHistory({ shows: sound(shows), events: sound(events) }, now), now, text);
    }
    return this.#known!.history;
  }

  addEvent(event: PastEvent): void {
    this.#change((history) => (history.events = latestOfEach([...history.events, event], (each) => each.event)));
  }

  addShow(show: PastShow): void {
    this.#change((history) => (history.shows = latestOfEach([...history.shows, show], ({ campaign, ending, asked }) => `${campaign} ${ending} ${asked}`)));
  }

  /** Says how the last show of a campaign ended. An answer is not taken back by what follows it. */
  endShow(campaign: string, ending: Pick<PastShow, 'ending' | 'endedAt' | 'score'>): void {
    this.#change((history) => {
      const last = history.shows.findLast((show) => show.campaign === campaign);
      history.shows = history.shows.map((show) => (show === last && show.ending !== 'answered' ? { ...show, ...ending } : show));
    });
  }

  /** The session that goes on, or else the one that would begin now; with `seconds` in view that are not kept yet. */
  session(now: number, seconds = 0): Session {
    const known = this.#kept(now);
    const before: Session = known.goesOn ? known : { number: (known.number ?? 0) + 1 };
    // What has happened since the clock was set back is part of it.
    const startedAt = Math.min(before.startedAt ?? now, now);
    // The page may have been in view before it began.
    return { number: before.number!, startedAt, pages: before.pages ?? 0, seconds: Math.min((before.seconds ?? 0) + seconds, (now - startedAt) / 1000) };
  }

  /** Something happens, a page or an event: the session lasts half an hour more, or a new one begins. */
  visit(now: number, pages: number): void {
    const session = this.session(now);
    this.#write('session', JSON.stringify({ ...session, pages: session.pages! + pages, lastAt: now }));
  }

  /** Adds seconds in view to a session that goes on; whoever only looks, or leaves, begins none. */
  view(now: number, seconds: number): void {
    if (seconds && this.#kept(now).goesOn) this.#write('session', JSON.stringify({ ...this.session(now, seconds), lastAt: now }));
  }

  #kept(now: number): Partial<Session> & { goesOn: boolean } {
    const known = parse<Session & { lastAt: number }>(this.#text('session'));
    return { ...known, goesOn: !!known && Math.abs(now - known.lastAt) < SESSION_MS };
  }

  #change(change: (history: PromptHistory) => void): void {
    const now = Date.now();
    const history = { ...this.history(now) };
    change(history);
    this.#know(history, now);
  }

  /** Keeps a history that is not what was `read`. What the device has no room for is known on this page. */
  #know(history: PromptHistory, now: number, read?: string | null): void {
    const text = JSON.stringify(history);
    if (read !== null && read !== text) this.#write('history', text);
    this.#known = { text: this.#text('history'), history, now };
  }

  #text(what: string): string | null {
    return attempt(() => localStorage.getItem(`${PREFIX}${what}:${this.key}`)) ?? null;
  }

  /** Where storage is full, what was there stays. */
  #write(what: string, text: string): void {
    attempt(() => localStorage.setItem(`${PREFIX}${what}:${this.key}`, text));
  }
}
