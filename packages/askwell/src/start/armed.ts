import type { Campaign } from '@askwell/core';
import type { Happening } from '@askwell/triggers';

import { tabMemory } from './tab-memory.js';

/** What a campaign waits with, between its trigger and its turn. */
interface Armed {
  happened: Happening;
  /** Milliseconds since 1970. */
  dueAt: number;
}

const KEY = 'askwell:armed';

/** The campaigns, by id, that wait out their delay, a moment that disturbs nobody, or other prompts. */
export class ArmedCampaigns extends Map<string, Armed> {
  /** Those of the campaigns that waited in this tab before a reload, if they were due after `oldest`. */
  restore(campaigns: readonly Campaign[], oldest: number): void {
    const kept = Object.entries(tabMemory<Record<string, Armed>>(KEY) ?? {});
    for (const [id, armed] of kept) if (armed.dueAt > oldest && campaigns.some((campaign) => campaign.id === id)) this.set(id, armed);
  }

  /** Only what the page's own code has told outlives a reload: the page itself, scrolling and the like happen anew. */
  keep(): void {
    const events = [...this].filter(([, { happened }]) => 'event' in happened);
    tabMemory(KEY, events.length ? Object.fromEntries(events) : undefined);
  }

  /** On another page, the time on it begins anew. */
  leavePage(): void {
    for (const [id, { happened }] of this) if ('page' in happened) this.delete(id);
  }
}
