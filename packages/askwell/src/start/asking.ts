import type { Campaign, SurveyDefinition } from '@askwell/core';
import type { AskwellResponseEvent, SurveyElement } from '@askwell/surveys';

/** What a kit tells of a prompt that it opens, and hears of it. */
export interface Asking {
  campaign: Campaign;
  /** What the survey says, where its answers go, who gives them, and whether it only shows: then nothing is kept, and nothing sent. */
  properties(): Pick<SurveyElement, 'definition' | 'endpoint' | 'respondentId' | 'traits' | 'preview'>;
  /** Whether the person asks for it: it opens at once. */
  asked: boolean;
  /** Whether it was on an earlier page already: where its place is not on this one, nothing is wrong. */
  restored: boolean;
  /** Whether it may open at this moment; where not, it goes. */
  may(): boolean;
  /** It stands on the page. */
  mounted(survey: SurveyElement): void;
  shown(): void;
  ended(ending: 'answered' | 'dismissed' | 'later', score?: number): void;
  signal: AbortSignal;
}

const TAGS: Readonly<Record<SurveyDefinition['kind'], [tag: string, load: () => Promise<unknown>]>> = {
  nps: ['nps-survey', () => import('../nps-survey.js')],
  csat: ['csat-survey', () => import('../csat-survey.js')],
  ces: ['ces-survey', () => import('../ces-survey.js')],
  feedback: ['feedback-prompt', () => import('../feedback-prompt.js')],
  form: ['survey-form', () => import('../survey-form.js')],
};

/**
 * Shows the survey of a campaign. Resolves once it is gone, one in the page, or a tab, once it stands; to false where it
 * was not to open any more.
 */
export async function ask(asking: Asking): Promise<boolean> {
  const { campaign, properties, asked, may, signal } = asking;
  const [tag, load] = TAGS[properties().definition?.kind ?? (campaign.survey as 'nps')];
  await load();
  if (signal.aborted || !may()) return false;
  const { as, at, anchor } = campaign.show;
  const place = as === 'inline' ? anchor && document.querySelector(anchor) : document.body;
  if (!place && asking.restored) return true;
  if (!place) throw new Error('its anchor is not on the page');
  const survey = document.createElement(tag) as SurveyElement;
  return new Promise((resolve) => {
    const leave = (opened: boolean): void => {
      survey.remove();
      resolve(opened);
    };
    Object.assign(survey, {
      survey: campaign.survey,
      placement: as,
      at,
      anchor: as === 'anchor' ? anchor : undefined,
      // When to ask again is the campaign's to say.
      again: 'always',
      ...properties(),
      mayOpen: asked ? undefined : () => may() || leave(false),
    });
    signal.addEventListener('abort', () => leave(true));
    survey.addEventListener('askwell-dismiss', () => as === 'tab' || leave(true));
    // Where it makes way for another one, it comes back by itself.
    survey.addEventListener('askwell-open', () => (survey.mayOpen = undefined));
    survey.addEventListener('askwell-seen', asking.shown);
    survey.addEventListener('askwell-response', (event: AskwellResponseEvent) => {
      const { record } = event;
      record.campaign = campaign.id;
      const { status, answers } = record;
      if (status === 'complete') asking.ended('answered', answers.score as number | undefined);
      if (status === 'dismissed' || status === 'later') asking.ended(status);
    });
    place.append(survey);
    asking.mounted(survey);
    if (as === 'tab' || as === 'inline') resolve(true);
    else if (asked) void survey.open();
  });
}
