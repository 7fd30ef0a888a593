import type { PromptHistory } from './trigger-context.js';

/** A history read at `now`: what is later, since the clock was set back, happened just now. */
export function clampHistory({ shows, events }: PromptHistory, now: number): PromptHistory {
  const clamp = (at: number): number => Math.min(at, now);
  return {
    shows: shows.map((show) => ({ ...show, at: clamp(show.at), ...(show.endedAt !== undefined && { endedAt: clamp(show.endedAt) }) })),
    events: events.map((event) => ({ ...event, at: clamp(event.at) })),
  };
}
