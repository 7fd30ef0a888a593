import type { AskwellConfig, Campaign } from '@askwell/core';
import type { askwellConfig } from '@askwell/schema';

type Parsed = ReturnType<(typeof askwellConfig)['parse']>;

/** The same type with its fields spelled out; zod writes records without `readonly`. */
type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;

/** Identical, not only assignable: a `?` more, or a `| undefined` more, fails. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const parsedIsConfig = (value: Parsed): AskwellConfig => value;
export const configIsParsed = (value: AskwellConfig): Parsed => value;

type Shallow<T> = Plain<Omit<T, 'if'>>;
export const everyFieldOfACampaignIsTheSame: Same<Shallow<Parsed['campaigns'][number]>, Shallow<Campaign>> = true;
export const everyOtherFieldIsTheSame: Same<Plain<Omit<Parsed, 'campaigns'>>, Plain<Omit<AskwellConfig, 'campaigns'>>> = true;
