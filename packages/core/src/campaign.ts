import type { SurveyDefinition } from './survey-definition.js';

/** A length of time: a whole or decimal number with its unit, `30s`, `10m`, `12h`, `90d`. A day is 24 hours. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`;

/** What a trait, a property of an event or a flag can be. */
export type Scalar = string | number | boolean;

/** What a number must be. Every limit that is given must hold. */
export interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

/** What a value must be. Everything that is given must hold. */
export interface Comparison extends Range {
  /** It is not this, or none of these. A value that is not known is neither this nor anything else: unknown. */
  not?: Scalar | Scalar[];
  /** `true`: there is a value. `false`: there is none. */
  set?: boolean;
  /** It is a date at least this long ago. */
  olderThan?: Duration;
  /** It is a date less long ago than this. */
  newerThan?: Duration;
}

/** Values by name: all must hold. A list holds where the value is one of it. */
export type Where = Readonly<Record<string, Scalar | Scalar[] | Comparison>>;

/** The parts of an address, each as it has to be. What is not named may be anything. */
export interface AddressParts {
  /** A glob: `*` stands for anything but a slash, `**` for anything; `/app/**` is `/app` too. Case matters. */
  path?: string | string[];
  /** A glob, with the port where there is one: `*.example.com`. */
  host?: string | string[];
  /** Parameters by name: their value, or `true` for any. */
  query?: Readonly<Record<string, string | true>>;
  /** A glob, without the `#`. */
  hash?: string;
}

/** Which pages: a glob of the path, several of them (one must fit), or parts of the address. */
export type UrlPattern = string | string[] | AddressParts;

/** What has to happen. One kind each. */
export type Trigger =
  | { event: string; where?: Where }
  /** The page is shown, by a load, a navigation within it or a return to it: any page, or those that fit. */
  | { page: true | UrlPattern }
  /** An element that a CSS selector means is clicked. */
  | { click: string }
  /** An element comes into view, by this share of its area (0 to 1; usually one half). */
  | { visible: string; ratio?: number }
  /** So many percent of the page have been scrolled. */
  | { scroll: number }
  /** A mouse leaves the window at its top edge. */
  | { exit: true };

/** What became of a survey that was shown. */
export type Outcome = 'shown' | 'answered' | 'dismissed';

/** The size of a screen, and what it is pointed at with. */
export type Device = 'phone' | 'tablet' | 'desktop';

/** What has to be true of the person, the page and the past. One kind each. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { url: UrlPattern }
  | { trait: Where }
  /** A flag is on, or is this. */
  | { flag: string; is?: Scalar }
  /** An event has happened, as often as `count` says (usually once or more), in the time before or in this session. */
  | { event: string; where?: Where; count?: Range; within?: Duration | 'session' }
  /** A survey (`*`: any) was shown, answered or dismissed. `score` is about the answer's. */
  | { survey: string; was: Outcome; within?: Duration; score?: Range }
  | { device: Device[] }
  /** The language of the page is one of these; `de` means `de-AT` too. */
  | { lang: string[] }
  /** Pages seen, seconds in view, and which session of this person it is. */
  | { session: { pages?: Range; seconds?: Range; number?: Range } };

/** How long a campaign rests after each outcome. */
export interface Repeat {
  answered?: Duration | 'never';
  dismissed?: Duration | 'never';
  /** After "Ask me later". */
  later?: Duration | 'never';
  /** After it was shown and the person went on without a word. */
  ignored?: Duration | 'never';
  /** At most so many shows since the last answer. */
  maxShows?: number;
}

/** Who is asked, of all who could be. The same person has the same luck for a seed, so that a raised percentage only adds people. */
export interface Sample {
  percent: number;
  /** Campaigns with one seed cast one lot; usually the campaign's id. */
  seed?: string;
  /** Where in the hundred the asked begin: 0 and 25, each of 25 percent, ask different people. */
  offset?: number;
}

/** From the first moment up to and without the last: ISO 8601 with an offset from UTC. */
export interface Schedule {
  from?: string;
  until?: string;
}

/** Ends a campaign that has enough answers. */
export interface Quota {
  responses: number;
  /** How many there are; whoever serves the configuration writes it. */
  used?: number;
}

/** Where a survey stands. */
export interface Show {
  as: 'corner' | 'modal' | 'sheet' | 'banner' | 'anchor' | 'tab' | 'inline';
  at?: 'start' | 'end' | 'center' | 'top' | 'bottom';
  /** The CSS selector of the element that an anchored or inline survey stands beside or in. */
  anchor?: string;
}

/** Who is asked what, when and where. */
export interface Campaign {
  /** Unique in the configuration. */
  id: string;
  /** `nps`, `csat`, `ces`, `feedback`, or a key of `surveys`. */
  survey: string;
  enabled?: boolean;
  /** Any of these begins it, five at most. Without, it opens only where the page or a tab asks for it. */
  on?: Trigger[];
  /** Tested at the trigger, and again when the delay ends. */
  if?: Condition;
  /** The time between the trigger and the question. */
  delay?: Duration;
  repeat?: Repeat;
  sample?: Sample;
  schedule?: Schedule;
  quota?: Quota;
  /** The highest goes first; those of one height go by their ids. */
  priority?: number;
  /** `ignore`: the pauses that all campaigns share do not hold it back. */
  budget?: 'respect' | 'ignore';
  /** Purposes that the person must have agreed to. */
  consent?: string[];
  show: Show;
}

/** What all campaigns together may ask of a person. Only prompts that open by themselves count. */
export interface Budget {
  /** At least so long between two. */
  minGap?: Duration;
  /** At most so many… */
  max?: number;
  /** …in so long. */
  per?: Duration;
  /** So long after one was dismissed. */
  afterDismiss?: Duration;
}

/** `askwell.json`: who is asked what, and when. */
export interface AskwellConfig {
  /** Where editors find the JSON Schema. */
  $schema?: string;
  version: 1;
  /** Surveys beyond `nps`, `csat`, `ces` and `feedback`, by their id. */
  surveys?: Readonly<Record<string, SurveyDefinition>>;
  budget?: Budget;
  /** Purposes that the person must have agreed to before anything is read or written. */
  consent?: string[];
  campaigns: Campaign[];
}
