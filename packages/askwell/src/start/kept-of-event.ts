import type { Campaign } from '@askwell/core';
import type { PastEvent } from '@askwell/triggers';

/**
 * Says what of an event is kept on the device: only the properties that a condition looks at, and nothing of an event
 * that none asks about.
 */
export function keptOfEvent(campaigns: readonly Campaign[]): (event: PastEvent) => PastEvent | undefined {
  const asked = Object.create(null) as Record<string, string[]>;
  // Goes through all conditions, however deep. Something else that is called `event` only keeps too much.
  JSON.stringify(campaigns.map((campaign) => campaign.if), (_, value: unknown) => {
    const { event, where = {} } = Object(value) as { event?: string; where?: object };
    if (event) (asked[event] ??= []).push(...Object.keys(where));
    return value;
  });
  return ({ event, at, props = {} }) => {
    const names = asked[event];
    const kept = Object.entries(props).filter(([name]) => names?.includes(name));
    return names && { event, at, props: kept.length ? Object.fromEntries(kept) : undefined };
  };
}
