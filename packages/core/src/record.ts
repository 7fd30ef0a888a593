/** What kind of question a survey asks; it decides which metric its score feeds. */
export type SurveyKind = 'nps' | 'csat' | 'ces' | 'feedback' | 'form';

/** How far a response got. A record with a valid score counts in its metric whatever its status. */
export type ResponseStatus = 'shown' | 'partial' | 'complete' | 'dismissed' | 'later';

/** The way by which the respondent was asked. */
export type Channel = 'in-app' | 'email' | 'web-form' | 'sms' | 'qr' | 'interview' | 'import' | 'other';

/** One answer: a score, a text, a tick, or the ids of the chosen options. */
export type Answer = string | number | boolean | string[];

/** Answers by step id; the built-in steps are `score`, `comment`, `reason` and `contact`. */
export type Answers = Record<string, Answer>;

/** Who answered, as the page knows them. Absent from an anonymous response. */
export interface Respondent {
  id?: string;
  traits?: Record<string, string | number | boolean>;
}

/**
 * One revision of one response, as it travels and as it is stored (wire version 1).
 * One `id` lives from impression to thanks; the receiver keeps the highest `revision` of it.
 */
export interface ResponseRecord {
  /** Version of this format. */
  v: 1;
  /** UUIDv7, made once when the survey was shown. */
  id: string;
  /** 0 when shown, then 1, 2, … with each change that leaves the device. */
  revision: number;
  /** Which survey, as the team names it: `q4-nps`. */
  survey: string;
  kind: SurveyKind;
  /** Lowest and highest value that `answers.score` can take. */
  scale?: [min: number, max: number];
  /** Which campaign showed it. */
  campaign?: string;
  /** Id and version of the wording: `nps@1`. A changed wording is a changed metric. */
  wording: string;
  /** BCP 47 tag of the language that the respondent read. */
  locale: string;
  status: ResponseStatus;
  answers: Answers;
  /** ISO 8601 UTC, by the clock of the respondent's device. */
  shownAt: string;
  /** ISO 8601 UTC of the last change of the answers, by the same clock. */
  answeredAt?: string;
  channel: Channel;
  respondent?: Respondent;
  /** Origin and path of the page, never query or hash. */
  page?: string;
  /** Name and version of what made the record: `askwell/0.1.0`. */
  client: string;
}
