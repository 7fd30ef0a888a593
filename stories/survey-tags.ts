import '@askwell/surveys/define/ces-survey.js';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/feedback-prompt.js';
import '@askwell/surveys/define/nps-survey.js';
import '@askwell/surveys/define/survey-form.js';

/** The tags that ask; `rating-scale` is a control and asks nothing by itself. */
export const surveyTags = ['nps-survey', 'csat-survey', 'ces-survey', 'feedback-prompt', 'survey-form'] as const;

export type SurveyTag = (typeof surveyTags)[number];
