import type { AskwellConfig, Budget, Campaign, SurveyDefinition } from '@askwell/core';

/** What of a peer's survey is not the same any more. */
export interface Note {
  /** The survey or field that it is about, as the peer names it. */
  at: string;
  /** `changed`: it means something else now. `lost`: it could not be carried over; where it is a condition, the campaign is off for it. */
  what: 'changed' | 'lost';
  /** Why, in a sentence. */
  reason: string;
}

/** A campaign under construction, with what became of its origin. */
export interface Converted {
  campaign: Campaign;
  survey?: SurveyDefinition;
  budget?: Budget;
  notes: Note[];
}

/** A whole import. */
export interface Imported {
  config: AskwellConfig;
  notes: Note[];
}

type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objectIn = (value: unknown): Loose => (isObject(value) ? value : {});
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
export const numberIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** An id that a configuration can have, made of what a peer calls it. */
export function idOf(...names: unknown[]): string {
  const name = names.map(textIn).find(Boolean) ?? 'survey';
  return name.normalize('NFKD').replace(/[^\w.:-]+/g, '-').replace(/^[-_]+|-+$/g, '').slice(0, 90) || 'survey';
}

/** Conditions that all must hold; none where there are none. */
export function allOf<T>(conditions: readonly T[]): T | { all: T[] } | undefined {
  return conditions.length > 1 ? { all: [...conditions] } : conditions[0];
}

/** Of several that may hold, likewise. */
export function anyOf<T>(conditions: readonly T[]): T | { any: T[] } | undefined {
  return conditions.length > 1 ? { any: [...conditions] } : conditions[0];
}

/** A campaign that lost one of its conditions would ask people that it did not ask before: it is imported, and off. */
export function settle(campaign: Campaign, notes: readonly Note[]): Campaign {
  return notes.some(({ what }) => what === 'lost') ? { ...campaign, enabled: false } : campaign;
}
