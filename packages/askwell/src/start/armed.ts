import type { Campaign } from '@askwell/core';
import type { Happening, TriggerContext } from '@askwell/triggers';

import { attempt } from './attempt.js';
import type { Memory } from './memory.js';

/** What a campaign waits with, between its trigger and its turn. */
export interface Armed {
  /** None for a prompt that a reload has taken away: it counts already. */
  happened?: Happening;
  /** Milliseconds since 1970. */
  dueAt: number;
}

const KEY = 'askwell:armed';

/** What a campaign that waits is decided by. */
export const contextOf = ({ happened }: Armed): Partial<TriggerContext> => ({ happened, asked: !happened });

/** The campaigns, by id, that wait out their delay, a moment that disturbs nobody, or other prompts. */
export class ArmedCampaigns extends Map<string, Armed> {
  /** The prompt that is open and has been seen: a reload brings it back. */
  shown: [campaign: string, armed: Armed] | undefined;

  /** Those of the campaigns that waited in this tab before a reload, for the same visitor, if they were due after `oldest`. */
  restore(memory: Memory | undefined, campaigns: readonly Campaign[], oldest: number): void {
    attempt(() => {
      const [of, kept] = JSON.parse(sessionStorage.getItem(KEY)!) as [string, Record<string, Armed>];
      for (const [id, armed] of Object.entries(kept)) {
        if (of === memory?.key && armed.dueAt > oldest && campaigns.some((campaign) => campaign.id === id)) this.set(id, armed);
      }
    });
  }

  /** Only what the page's own code has told outlives a reload: the page itself, scrolling and the like happen anew. */
  keep(memory: Memory | undefined): void {
    if (!memory) return;
    const kept = [...this].filter(([, { happened }]) => !happened || 'event' in happened);
    if (this.shown) kept.push(this.shown);
    attempt(() => (kept.length ? sessionStorage.setItem(KEY, JSON.stringify([memory.key, Object.fromEntries(kept)])) : sessionStorage.removeItem(KEY)));
  }

  /** On another page, the time on it begins anew. */
  leavePage(): void {
    for (const [id, { happened }] of this) if (happened && 'page' in happened) this.delete(id);
  }
}
