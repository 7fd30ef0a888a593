import type { Campaign, Respondent, SurveyDefinition } from '@askwell/core';
import type { Explain, TriggerContext } from '@askwell/triggers';

import type { Kit, KitEvents } from './kit.js';
import type { StartOptions } from './options.js';

/** What turns need of their kit. */
export interface TurnsHost {
  readonly kit: Kit;
  readonly options: StartOptions;
  campaigns(): readonly Campaign[];
  respondent(): Respondent | undefined;
  /** Whether something may be kept of who visits. */
  agreed(): boolean;
  paused(): boolean;
  definitionOf(survey: string): SurveyDefinition | undefined;
  contextWith(more: Partial<TriggerContext>): TriggerContext;
  evaluate(campaign: Campaign, context: TriggerContext): Explain;
  emit<Name extends keyof KitEvents>(name: Name, detail: KitEvents[Name]): void;
}
