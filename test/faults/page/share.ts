import type { Client, ClientEventDetail } from '@askwell/client';

import { response } from './response.js';

/** What one tab does: how many answers, and how many of them may be under way at once. */
export interface Share {
  answers: number;
  window: number;
  /** Told of each key that was promised. */
  promised: (key: string) => void;
}

/** A clock that runs `speed` times as fast since `began`, so that pauses do not dominate. */
export const fastClock = (began: number, speed: number) => (): number => began + (Date.now() - began) * speed;

/** Tries again when a pause is over on the fast clock; the client's own timers run on the slow one. */
export function hurry(client: Client, speed: number): void {
  client.events.addEventListener('retry', (event) => {
    const { waitMs = 0 } = (event as CustomEvent<ClientEventDetail>).detail;
    setTimeout(() => void client.flush(), waitMs / speed + 1);
  });
}

/** Submits a tab's share, and resolves when all of it is delivered. */
export async function submitShare(client: Client, { answers, window, promised }: Share): Promise<void> {
  let left = answers;
  async function one(): Promise<void> {
    const record = response();
    let delivery = await client.submit(record);
    while (delivery.state === 'blocked') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      delivery = await client.submit(record);
    }
    // On a machine that is too busy the storage may be given up after 3 s: then nothing is promised.
    if (delivery.state !== 'volatile') promised(`${record.id}.1`);
    await delivery.sent;
  }
  await Promise.all(
    Array.from({ length: window }, async () => {
      while (left-- > 0) await one();
    }),
  );
}
