import { organisationalAudit } from '@askwell/core/organisational-audit.js';
import type { Meta } from '@storybook/web-components-vite';
import { formExample } from './example-definitions.js';
import { longText } from './long-text.js';
import {
  answeredBefore,
  chosen,
  couldNotBeSaved,
  disabled,
  missing,
  placed,
  question,
  readonly,
  surveyMeta,
  takenUpAgain,
  thanks,
  type SurveyArgs,
  type SurveyStory,
} from './survey-states.js';

const meta: Meta<SurveyArgs> = { title: 'Surveys/survey-form', component: 'survey-form', ...surveyMeta({ definition: formExample }) };

export default meta;

export const Question: SurveyStory = question;

export const NothingChosen: SurveyStory = missing;

export const Thanks: SurveyStory = thanks();

export const SavedOnThisDevice: SurveyStory = thanks('saved');

export const Sent: SurveyStory = thanks('sent');

export const OnItsWay: SurveyStory = thanks('volatile');

export const CouldNotBeSaved: SurveyStory = couldNotBeSaved;

export const AnsweredBefore: SurveyStory = answeredBefore;

export const DraftTakenUpAgain: SurveyStory = takenUpAgain({ score: 5, why: 'It is fast' }, 'It is fast');

export const Disabled: SurveyStory = disabled;

export const Readonly: SurveyStory = readonly({ score: 4 });

export const LastStep: SurveyStory = chosen();

/** Below four points, the form asks what was in the way. */
export const AnotherWay: SurveyStory = chosen(0);

export const OrganisationalAudit: SurveyStory = { ...question, args: { definition: organisationalAudit } };

/** As long as a word may be in a language that joins them. It says nothing. */
export const LongTexts: SurveyStory = {
  ...question,
  args: { definition: { kind: 'form', question: longText, steps: [{ id: 'score', type: 'rating', section: longText, question: longText, hint: longText, scale: [1, 7], anchorStart: longText, anchorEnd: longText }] } },
};

export const Corner: SurveyStory = placed('corner');

export const CornerAtStart: SurveyStory = placed('corner', 'start');

export const Sheet: SurveyStory = placed('sheet');

export const BannerAtTop: SurveyStory = placed('banner');

export const BannerAtBottom: SurveyStory = placed('banner', 'bottom');

export const Modal: SurveyStory = placed('modal');

export const Anchor: SurveyStory = placed('anchor');

export const Tab: SurveyStory = placed('tab');
