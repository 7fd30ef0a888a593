import type { Meta } from '@storybook/web-components-vite';
import { csatExample } from './example-definitions.js';
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

const meta: Meta<SurveyArgs> = { title: 'Surveys/csat-survey', component: 'csat-survey', ...surveyMeta({ thing: 'the delivery' }) };

export default meta;

export const Question: SurveyStory = question;

export const NothingChosen: SurveyStory = missing;

export const Thanks: SurveyStory = thanks();

export const SavedOnThisDevice: SurveyStory = thanks('saved');

export const Sent: SurveyStory = thanks('sent');

export const OnItsWay: SurveyStory = thanks('volatile');

export const CouldNotBeSaved: SurveyStory = couldNotBeSaved;

export const AnsweredBefore: SurveyStory = answeredBefore;

export const DraftTakenUpAgain: SurveyStory = takenUpAgain({ score: 4, comment: 'The Wi-Fi in the terminal' }, 'The Wi-Fi in the terminal');

export const Disabled: SurveyStory = disabled;

export const Readonly: SurveyStory = readonly({ score: 4 });

export const Chosen: SurveyStory = chosen();

export const Faces: SurveyStory = { ...chosen(), args: { look: 'faces' } };

export const Numbers: SurveyStory = { ...chosen(), args: { look: 'numbers' } };

export const Thumbs: SurveyStory = { ...chosen(0), args: { look: 'thumbs' } };

export const TimeToUndo: SurveyStory = undoable;

export const ByDefinition: SurveyStory = { ...question, args: { definition: csatExample } };

export const ThanksForTheDissatisfied: SurveyStory = { ...thanks('none', 0), args: { definition: csatExample } };

/** As long as a word may be in a language that joins them. It says nothing. */
export const LongTexts: SurveyStory = {
  ...chosen(),
  args: { definition: { kind: 'csat', labels: Array.from({ length: 5 }, () => longText), question: longText, anchorStart: longText, anchorEnd: longText, followUp: longText, submit: longText } },
};

export const Corner: SurveyStory = placed('corner');

export const CornerAtStart: SurveyStory = placed('corner', 'start');

export const Sheet: SurveyStory = placed('sheet');

export const BannerAtTop: SurveyStory = placed('banner');

export const BannerAtBottom: SurveyStory = placed('banner', 'bottom');

export const Modal: SurveyStory = placed('modal');

export const Anchor: SurveyStory = placed('anchor');

export const Tab: SurveyStory = placed('tab');
