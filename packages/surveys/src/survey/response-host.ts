import type { Respondent, ResponseRecord } from '@askwell/core';
import type { ReactiveControllerHost } from 'lit';

/** What every record of a survey says of it; a `page` that is `undefined` is not told. */
export type SurveyDescription = Pick<ResponseRecord, 'survey' | 'kind' | 'scale' | 'wording' | 'locale'> & { page?: string | undefined };

/** What a response has to know of the survey that it belongs to. */
export interface ResponseHost extends ReactiveControllerHost, HTMLElement {
  survey: string;
  endpoint: string | undefined;
  respondentId: string | undefined;
  traits: Respondent['traits'];
  again: string;
  partial: 'on' | 'off';
  impressions: 'on' | 'off';
  preview: boolean;
  readonly description: SurveyDescription;
}
