import type { Meta } from '@storybook/web-components-vite';
import { cesExample } from './example-definitions.js';
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
  undoable,
  type SurveyArgs,
  type SurveyStory,
} from './survey-states.js';

const meta: Meta<SurveyArgs> = { title: 'Surveys/ces-survey', component: 'ces-survey', ...surveyMeta({ company: 'Acme' }) };

export default meta;

export const Question: SurveyStory = question;

export const NothingChosen: SurveyStory = missing;

export const Thanks: SurveyStory = thanks();

export const SavedOnThisDevice: SurveyStory = thanks('saved');

export const Sent: SurveyStory = thanks('sent');

export const OnItsWay: SurveyStory = thanks('volatile');

export const CouldNotBeSaved: SurveyStory = couldNotBeSaved;

export const AnsweredBefore: SurveyStory = answeredBefore;

export const DraftTakenUpAgain: SurveyStory = takenUpAgain({ score: 5, comment: 'The Wi-Fi in the terminal' }, 'The Wi-Fi in the terminal');

export const Disabled: SurveyStory = disabled;

export const Readonly: SurveyStory = readonly({ score: 5 });

export const Chosen: SurveyStory = chosen();

/** Another question, whose answers are never counted with those of the usual one. */
export const Difficulty: SurveyStory = { ...question, args: { variant: 'difficulty' } };

export const TimeToUndo: SurveyStory = undoable;

export const ByDefinition: SurveyStory = { ...chosen(0), args: { definition: cesExample } };

/** As long as a word may be in a language that joins them. It says nothing. */
export const LongTexts: SurveyStory = {
  ...chosen(),
  args: { definition: { kind: 'ces', question: longText, anchorStart: longText, anchorEnd: longText, followUp: longText, submit: longText } },
};

export const Corner: SurveyStory = placed('corner');

export const CornerAtStart: SurveyStory = placed('corner', 'start');

export const Sheet: SurveyStory = placed('sheet');

export const BannerAtTop: SurveyStory = placed('banner');

export const BannerAtBottom: SurveyStory = placed('banner', 'bottom');

export const Modal: SurveyStory = placed('modal');

export const Anchor: SurveyStory = placed('anchor');

export const Tab: SurveyStory = placed('tab');
