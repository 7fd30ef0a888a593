import type { ResponseRecord } from '@askwell/core';
import type { responseRecord } from '@askwell/schema';

type Parsed = ReturnType<(typeof responseRecord)['parse']>;

/** Identical, not only assignable: a `?` more, or a `| undefined` more, fails. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type SameFields<A, B> = { [Key in keyof A | keyof B]: Key extends keyof A & keyof B ? Same<A[Key], B[Key]> : false };

export const parsedIsRecord = (value: Parsed): ResponseRecord => value;
export const recordIsParsed = (value: ResponseRecord): Parsed => value;
export const everyFieldIsTheSame: Record<keyof ResponseRecord, true> = {} as SameFields<Required<Parsed>, Required<ResponseRecord>>;

type OptionalKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T];
export const sameKeysAreOptional: Same<OptionalKeys<Parsed>, OptionalKeys<ResponseRecord>> = true;
