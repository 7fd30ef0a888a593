import type { Device } from '@askwell/core';

/** Something that has happened on the page just now, as an observer or `track` tells it. */
export type Happening =
  | { event: string; props?: Readonly<Record<string, unknown>> | undefined }
  | { page: true }
  | { click: string }
  | { visible: string; ratio?: number }
  /** How many percent are reached. */
  | { scroll: number }
  | { exit: true };

/** An event of the past. */
export interface PastEvent {
  event: string;
  /** Milliseconds since 1970. */
  at: number;
  props?: Readonly<Record<string, unknown>> | undefined;
}

/** How a survey that was shown has ended; none while it is open, or where nobody knows. */
export type Ending = 'answered' | 'dismissed' | 'later' | 'ignored';

/** A survey that this visitor was shown. */
export interface PastShow {
  campaign?: string;
  survey: string;
  /** When it was shown, in milliseconds since 1970. */
  at: number;
  /** Whether the person opened it: such a show spends nothing of the budget. */
  asked?: boolean | undefined;
  ending?: Ending;
  /** When it ended. */
  endedAt?: number;
  score?: number | undefined;
}

/** What is remembered of one visitor, the latest last, and nothing of it from the future. Can be written as JSON. */
export interface PromptHistory {
  shows: readonly PastShow[];
  events: readonly PastEvent[];
}

/** One visit: it ends after half an hour without a page or an event. */
export interface Session {
  /** Pages seen, this one included. */
  pages?: number;
  /** Seconds in which the page was in view. */
  seconds?: number;
  /** Which session of this visitor it is, from 1. */
  number?: number;
  /** Milliseconds since 1970. */
  startedAt?: number;
}

/** All that a decision rests on. What is left out is not known. */
export interface TriggerContext {
  /** Milliseconds since 1970. */
  now: number;
  url?: string | undefined;
  /** What has happened; nothing where one only wants to know what stands in the way. */
  happened?: Happening | undefined;
  /** Whether the person asks for it: by a tab, a button, or `open()`. */
  asked?: boolean | undefined;
  /** Who is drawn for a sample. */
  visitor?: string | undefined;
  traits?: Readonly<Record<string, unknown>> | undefined;
  flags?: Readonly<Record<string, unknown>> | undefined;
  /** Purposes by name: agreed to or refused. */
  consent?: Readonly<Record<string, boolean>> | undefined;
  device?: Device | undefined;
  /** A BCP 47 tag. */
  lang?: string | undefined;
  session?: Session | undefined;
  /** Left out where storage cannot be read: how often somebody was asked is not known then. */
  history?: PromptHistory | undefined;
  /** What speaks against asking at this moment, as `typing`; nothing where the moment is right. */
  disturbs?: readonly string[] | undefined;
  /** The campaign whose prompt is open, or has the turn. */
  open?: string | undefined;
}
