import type { Meta } from '@storybook/web-components-vite';
import { feedbackExample } from './example-definitions.js';
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

const meta: Meta<SurveyArgs> = { title: 'Surveys/feedback-prompt', component: 'feedback-prompt', ...surveyMeta({ contact: true, page: true }) };

export default meta;

export const Question: SurveyStory = question;

export const NothingChosen: SurveyStory = missing;

export const Thanks: SurveyStory = thanks();

export const SavedOnThisDevice: SurveyStory = thanks('saved');

export const Sent: SurveyStory = thanks('sent');

export const OnItsWay: SurveyStory = thanks('volatile');

export const CouldNotBeSaved: SurveyStory = couldNotBeSaved;

export const AnsweredBefore: SurveyStory = answeredBefore;

export const DraftTakenUpAgain: SurveyStory = takenUpAgain({ reason: 'idea', comment: 'A list of gates' }, 'A list of gates');

export const Disabled: SurveyStory = disabled;

export const Readonly: SurveyStory = readonly({ reason: 'idea', comment: 'A list of gates' });

export const Written: SurveyStory = chosen(1);

export const MessageAlone: SurveyStory = { ...question, args: { contact: false, page: false } };

export const ByDefinition: SurveyStory = { ...question, args: { definition: feedbackExample } };

/** As long as a word may be in a language that joins them. It says nothing. */
export const LongTexts: SurveyStory = {
  ...chosen(1),
  args: { definition: { kind: 'feedback', question: longText, submit: longText, contact: true, page: true } },
};

export const Corner: SurveyStory = placed('corner');

export const CornerAtStart: SurveyStory = placed('corner', 'start');

export const Sheet: SurveyStory = placed('sheet');

export const BannerAtTop: SurveyStory = placed('banner');

export const BannerAtBottom: SurveyStory = placed('banner', 'bottom');

export const Modal: SurveyStory = placed('modal');

export const Anchor: SurveyStory = placed('anchor');

export const Tab: SurveyStory = placed('tab');
