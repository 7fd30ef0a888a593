import type { ResponseRecord, SurveyKind } from '@askwell/core';

/**
 * What became of a record that was put into the store.
 * - `stored`: it is the first revision of its id, or replaces a lower one.
 * - `same`: this revision was there already, with the same content.
 * - `lower`: a higher revision was there already; this one was ignored.
 * - `conflict`: this revision was there already with another content, which stays.
 */
export type PutOutcome = 'stored' | 'same' | 'lower' | 'conflict';

/** Which responses to sum up. */
export interface SummaryQuery {
  survey: string;
  /** ISO 8601: only responses shown at this time or later. */
  from?: string;
  /** ISO 8601: only responses shown before this time. */
  to?: string;
}

/** The answers to one survey, counted. */
export interface Summary {
  survey: string;
  /** What was asked; null as long as nobody was asked. */
  kind: SurveyKind | null;
  /** Lowest and highest value of the score; null when no score was asked for. */
  scale: [min: number, max: number] | null;
  /** Responses with a score on this scale, whatever their status. */
  n: number;
  /** How many of these gave each score; a score that nobody gave is absent. */
  counts: Record<string, number>;
  /** How many of `n` are not complete. */
  partial: number;
  /** All responses, answered or not: how often the survey was shown. */
  shown: number;
  /** Responses with a score of another kind or scale than most, which cannot be counted together with `n`. */
  excluded: number;
  from: string | null;
  to: string | null;
  /** ISO 8601 UTC, by the clock of the database: when the newest of these revisions arrived. */
  updatedAt: string | null;
}

/** Where the collector keeps responses: per project and id, the highest revision. Every method rejects with `closed` after `close()`. */
export interface Store {
  hasProject(project: string): Promise<boolean>;
  /** Stores all of these in one transaction, and answers in their order. An id may come more than once. */
  put(project: string, records: readonly ResponseRecord[]): Promise<PutOutcome[]>;
  summary(project: string, query: SummaryQuery): Promise<Summary>;
  /** Ends what is under way, then writes everything to disk. */
  close(): Promise<void>;
}
