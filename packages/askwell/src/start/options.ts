import type { AskwellConfig, Respondent, Scalar } from '@askwell/core';

/** Flags of the page, or a function that says what they are now. */
export type Flags = Readonly<Record<string, Scalar>> | (() => Readonly<Record<string, Scalar>>);

/** What {@link start} can be given. */
export interface StartOptions {
  /** The configuration, or where it is. Without one nothing opens by itself. */
  config?: AskwellConfig | string;
  /** Where the answers go, of surveys that say nothing themselves. */
  endpoint?: string;
  /** Who visits, as the page knows them. */
  respondent?: Respondent;
  /** Purposes that the person has agreed to (`true`) or refused (`false`). What is missing is not known yet. */
  consent?: Readonly<Record<string, boolean>>;
  flags?: Flags;
  /** Opens prompts by itself in a browser that a program drives, too. */
  automation?: boolean;
  /** Opens prompts by itself inside a frame, too. */
  allowFrames?: boolean;
}

/** Of each option, what it may be. */
export const KINDS: Readonly<Record<keyof StartOptions, string>> = {
  config: 'string or object',
  endpoint: 'string',
  respondent: 'object',
  consent: 'object',
  flags: 'object or function',
  automation: 'boolean',
  allowFrames: 'boolean',
};
