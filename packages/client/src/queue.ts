import type { DeliveryState, Verdict } from '@askwell/core';
import { remaining } from './backoff.js';
import { byteLength } from './byte-length.js';
import type { Emit } from './client-events.js';
import { KEEP, type DeadLetter, type Gate, type Item, type Lease, type Sendable, type Tombstone } from './layout.js';
import type { Key, Run, Table } from './table.js';

const MOST_WAITING = 200;
const MOST_BYTES = 2 * 1024 * 1024;
/** Bytes of a body, whatever a client's own limit is. */
export const MOST_BODY = 256 * 1024;
const MOST_DEAD = 50;
const MOST_TOMBSTONES = 500;
const LEASE = 30_000;
/** Between the clocks of two tabs, which some browsers blur. */
const CLOCK_SKEW = 1000;

/** A revision that nobody has tried to send. */
type Fresh = Pick<Item, 'id' | 'revision' | 'body' | 'at'>;

/** The next revisions to send, or why there are none: ms to wait, or that another tab is the sender. */
export interface Taken {
  items: Item[];
  wait?: number | 'busy' | undefined;
}

/** Says which gates a sender may open. */
export type Opens = (reason: Verdict) => boolean;

/**
 * The states of a revision and the transactions between them, for one endpoint. Ack always wins; a failure counts
 * only for the sender whose fence is on the item.
 */
export function createQueue(run: Run, qid: string, endpoint: string, ttl: number, now: () => number, emit: Emit) {
  const key = (kind: string, ...rest: Key): Key => [kind, 1, qid, ...rest];
  const keyOf = ({ at, id, revision }: Fresh, kind = 'q'): Key => key(kind, at, id, revision);

  function put(table: Table, { id, revision, body, at }: Fresh): void {
    const item: Item = { id, revision, body, bytes: byteLength(body), at, n: 0, next: 0, att: '', ep: endpoint };
    table.put(keyOf(item), item);
  }

  function evict(table: Table, letters: DeadLetter[]): void {
    for (const letter of letters) {
      emit('dead', letter, { status: letter.status, reason: 'evicted' });
      table.delete(keyOf(letter, 'd'));
    }
  }

  async function bury(table: Table, item: Item, status: number, reason: DeadLetter['reason'], deadAt: number) {
    const dead = await table.all<DeadLetter>(key('d'));
    evict(table, dead.slice(0, 1 - MOST_DEAD));
    table.delete(keyOf(item));
    table.put(keyOf(item, 'd'), { ...item, att: '', status, reason, deadAt } satisfies DeadLetter);
    emit('dead', item, { status, reason });
  }

  /** The first revision of each response has its turn, those with the fewest failures first, so that none starves the others. */
  async function choose(table: Table, time: number): Promise<{ due: Item[]; wait: number | undefined }> {
    const due: Item[] = [];
    let wait: number | undefined;
    const seen = new Set<string>();
    for (const item of await own<Item>(table, 'q')) {
      if (seen.has(item.id)) continue;
      if (time - item.at > ttl) {
        await bury(table, item, 0, 'expired', time);
        continue;
      }
      seen.add(item.id);
      const pause = remaining(item.next, time);
      if (pause) wait = Math.min(pause, wait ?? pause);
      else due.push(item);
    }
    return { due: due.sort((a, b) => a.n - b.n), wait };
  }

  async function own<T extends Item>(table: Table, kind: string): Promise<T[]> {
    return (await table.all<T>(key(kind))).filter(({ ep }) => ep === endpoint);
  }

  /** What was acknowledged, latest first. Only the latest are remembered: by their delivery, since one that waited long has an old id. */
  async function stones(table: Table, time: number): Promise<Tombstone[]> {
    const all = (await table.all<Tombstone>(key('t'))).sort((a, b) => b.deliveredAt - a.deliveredAt);
    all.forEach(({ id, deliveredAt }, index) => {
      if (index >= MOST_TOMBSTONES || time - deliveredAt > KEEP) table.delete(key('t', id));
    });
    return all;
  }

  /** Removes what was kept for 30 days, or everything that is no waiting answer. */
  async function prune(table: Table, time = Infinity): Promise<void> {
    await stones(table, time);
    const dead = await table.all<DeadLetter>(key('d'));
    evict(table, dead.filter(({ deadAt }) => time - deadAt > KEEP));
  }

  return {
    /**
     * Adds a revision unless it, or a higher one, is there or was acknowledged; lower ones that only wait give way.
     * Moves its time behind that of a lower one that is being sent, should the clock have been set back meanwhile.
     */
    enqueue: (added: Fresh) =>
      run<DeliveryState>('strict', async (table) => {
        const { id, revision, body } = added;
        const [stone, items] = await Promise.all([table.get<Tombstone>(key('t', id)), table.all<Item>(key('q'))]);
        if (stone && stone.revision >= revision) return 'sent';
        const lower = items.filter((item) => item.id === id);
        const here = table.durable ? 'saved' : 'volatile';
        if (lower.some((item) => item.revision >= revision)) return here;
        const kept = items.filter((item) => item.id !== id || item.att);
        const total = kept.reduce((sum, item) => sum + item.bytes, byteLength(body));
        if (kept.length >= MOST_WAITING || total > MOST_BYTES) return 'blocked';
        for (const item of lower) if (!item.att) table.delete(keyOf(item));
        added.at = Math.max(added.at, ...lower.map((item) => item.at));
        put(table, added);
        return here;
      }),

    /** Claims the next revisions for a sender, at most `most`, which without Web Locks needs the lease as its `owner`. */
    take: (fence: string, owner: string | undefined, most: number, opens?: Opens) =>
      run<Taken>('relaxed', async (table) => {
        // Read in here: while this waited for the transaction of another tab, that one's lease became younger than now.
        const time = now();
        if (owner) {
          const lease = await table.get<Lease>(key('m', 'lease'));
          if (lease && lease.owner !== owner && remaining(lease.until, time, LEASE + CLOCK_SKEW)) return { items: [], wait: 'busy' };
          table.put(key('m', 'lease'), { owner, until: time + LEASE } satisfies Lease);
        }
        const { due, wait } = await choose(table, time);
        const gate = await table.get<Gate>(key('m', 'gate'));
        const closed = gate && !opens?.(gate.reason) && remaining(gate.notBefore, time);
        if (!due.length || closed) return { items: [], wait: (due.length || wait) && (closed || wait) };
        const items = due.slice(0, most).map((item) => ({ ...item, att: fence }));
        for (const item of items) table.put(keyOf(item), item);
        return { items };
      }),

    /** Lets another tab take the lease. */
    release: (owner: string) =>
      run('relaxed', async (table) => {
        if ((await table.get<Lease>(key('m', 'lease')))?.owner === owner) table.delete(key('m', 'lease'));
      }),

    /**
     * Draws the consequence of a reply. Acknowledged: the revision is erased, and its number remembered. Refused: it is
     * a dead letter. Else it waits again, and except for `busy` the whole queue with it.
     * Returns the ms of that wait, or whether no copy is needed any more.
     *
     * @param pause turns the failures so far into the ms to wait
     */
    settle: (item: Sendable, verdict: Verdict, status: number, pause: (fails: number) => number) =>
      run<number | boolean>('strict', async (table) => {
        const time = now();
        if (verdict === 'ack') {
          const stone = await table.get<Tombstone>(key('t', item.id));
          const revision = Math.max(item.revision, stone?.revision ?? 0);
          table.put(key('t', item.id), { id: item.id, revision, deliveredAt: time } satisfies Tombstone);
          table.delete(keyOf(item));
          // It may have expired meanwhile.
          table.delete(keyOf(item, 'd'));
          table.delete(key('m', 'gate'));
          return true;
        }
        const current = await table.get<Item>(keyOf(item));
        if (current?.att !== item.att) return false;
        if (verdict === 'reject') {
          await bury(table, current, status, verdict, time);
          return table.durable;
        }
        const gate = await table.get<Gate>(key('m', 'gate'));
        const fails = gate?.reason === verdict ? gate.fails : 0;
        const wait = pause(fails);
        const next = verdict === 'busy' ? time + wait : 0;
        if (!next) table.put(key('m', 'gate'), { notBefore: time + wait, reason: verdict, fails: fails + 1 } satisfies Gate);
        table.put(keyOf(item), { ...current, att: '', n: current.n + 1, next });
        return wait;
      }),

    /** What was acknowledged: of each response, the highest revision. */
    delivered: () => run('relaxed', (table) => stones(table, now())),

    /** Every revision that waits, oldest first. */
    waiting: () => run('relaxed', (table) => own<Item>(table, 'q')),

    /** Every dead letter, oldest first. */
    dead: () => run('relaxed', (table) => own<DeadLetter>(table, 'd')),

    /** Queues dead letters anew, all or those of one response, and returns how many. */
    revive: (id?: string) =>
      run('strict', async (table) => {
        const at = now();
        const letters = (await own<DeadLetter>(table, 'd')).filter((letter) => !id || letter.id === id);
        for (const letter of letters) {
          table.delete(keyOf(letter, 'd'));
          put(table, { ...letter, at });
        }
        return letters.length;
      }),

    prune,

    /** Erases everything of this queue. */
    purge: () =>
      run('strict', async (table) => {
        for (const kind of 'qdtm') table.clear(key(kind));
      }),
  };
}

/** The queue of one endpoint. */
export type Queue = ReturnType<typeof createQueue>;
