import type { Device, Scalar } from '@askwell/core';

import type { Happening } from './trigger-context.js';

/** What a person does with a prompt. */
export type Reaction = 'answer' | 'dismiss' | 'later' | 'ignore';

/** One visit, or with `every` one that comes again. */
export interface Visit {
  /** On which day, from 1. */
  day: number;
  /** Again each so many days. */
  every?: number;
  /** The hour of the day, 0 to 23 (UTC); usually 9. */
  hour?: number;
  /** The paths or addresses that are seen, one after the other; usually `/`. */
  pages?: string[];
  /** How long each page is seen; usually 60 seconds. */
  seconds?: number;
  /** What happens beside the pages, and how many seconds after the visit has begun; usually 5. */
  events?: (Exclude<Happening, { page: true }> & { after?: number })[];
}

/** Somebody to try a configuration on. */
export interface Person {
  id?: string;
  traits?: Readonly<Record<string, Scalar>>;
  flags?: Readonly<Record<string, Scalar>>;
  consent?: Readonly<Record<string, boolean>>;
  device?: Device;
  lang?: string;
  visits: Visit[];
  /** To all prompts alike, or by campaign; usually `ignore`. */
  reaction?: Reaction | Readonly<Record<string, Reaction>>;
  /** The score that they give where they answer. */
  score?: number;
}
