import type { Campaign } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';
import type { Happening, PromptHistory, TriggerContext } from '@askwell/triggers';

import { attempt } from './attempt.js';
import type { Memory } from './memory.js';

/** What a campaign waits with, between its trigger and its turn. */
export interface Armed {
  happened: Happening;
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Its prompt is open and was seen, at `dueAt`, or was until a reload: it counts already. */
  shown?: true;
  /** It was told already that it shows. */
  told?: true;
}

/** Of whom it is, and of which campaign: several visitors of a tab, and several kits of a page, keep theirs side by side. */
const keyOf = ({ key }: Memory, id: string): string => `askwell:armed:${key}:${id}`;

/**
 * What a campaign that waits is decided by: what has happened, and, where it was shown already, what was known before
 * that.
 */
export function contextOf({ happened, shown, dueAt }: Armed, { id }: Campaign, history?: PromptHistory): Partial<TriggerContext> {
  const before = shown && history && { ...history, shows: history.shows.filter(({ campaign, at }) => campaign !== id || at !== dueAt) };
  return { happened, ...(before && { history: before }) };
}

/** The campaigns, by id, that wait out their delay, a moment that disturbs nobody, or other prompts. */
export class ArmedCampaigns extends Map<string, Armed> {
  /** Those of the campaigns that waited in this tab before a reload, for this visitor, if they were due after `oldest`. */
  restore(memory: Memory, campaigns: readonly Campaign[], oldest: number): void {
    for (const { id } of campaigns) {
      attempt(() => {
        const armed = JSON.parse(sessionStorage.getItem(keyOf(memory, id))!) as Armed;
        if (armed.dueAt > oldest && isObject(armed.happened)) this.set(id, armed);
      });
    }
  }

  /** Only what the page's own code has told outlives a reload: the page itself, scrolling and the like happen anew. */
  keep(memory: Memory | undefined, campaigns: readonly Campaign[]): void {
    if (!memory) return;
    for (const { id } of campaigns) {
      const armed = this.get(id);
      const kept = armed && (armed.shown || 'event' in armed.happened);
      attempt(() => (kept ? sessionStorage.setItem(keyOf(memory, id), JSON.stringify(armed)) : sessionStorage.removeItem(keyOf(memory, id))));
    }
  }

  drop(which: (armed: Armed) => unknown): void {
    for (const [id, armed] of this) if (which(armed)) this.delete(id);
  }
}
