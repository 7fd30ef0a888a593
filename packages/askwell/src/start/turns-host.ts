import type { Campaign, Respondent } from '@askwell/core';
import type { SurveyElement } from '@askwell/surveys';
import type { Explain, TriggerContext } from '@askwell/triggers';

import type { KitEvents } from './kit.js';
import type { StartOptions } from './options.js';

/** What turns need of their kit. */
export interface TurnsHost {
  readonly options: StartOptions;
  campaigns(): readonly Campaign[];
  respondent(): Respondent | undefined;
  /** Whether something may be kept of who visits. */
  agreed(): boolean;
  paused(): boolean;
  /** What a survey that it opens is given. */
  propertiesOf(survey: string): Pick<SurveyElement, 'definition' | 'endpoint' | 'respondentId' | 'traits'>;
  contextWith(more: Partial<TriggerContext>): TriggerContext;
  evaluate(campaign: Campaign, context: TriggerContext): Explain;
  emit<Name extends keyof KitEvents>(name: Name, detail: KitEvents[Name]): void;
}
