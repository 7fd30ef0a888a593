import type { SurveyDefinition } from '@askwell/core';
import type { surveyDefinition } from '@askwell/schema';

type Parsed = ReturnType<(typeof surveyDefinition)['parse']>;

/** The same type with its fields spelled out; zod writes translations without `readonly`. */
type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;

/** Identical, not only assignable: a `?` more, or a `| undefined` more, fails. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const parsedIsDefinition = (value: Parsed): SurveyDefinition => value;
export const definitionIsParsed = (value: SurveyDefinition): Parsed => value;
export const everyFieldIsTheSame: Same<Plain<Parsed>, Plain<SurveyDefinition>> = true;
