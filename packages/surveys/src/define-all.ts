import { CesSurvey } from './ces/ces-survey.js';
import { CsatSurvey } from './csat/csat-survey.js';
import { FeedbackPrompt } from './feedback/feedback-prompt.js';
import { SurveyForm } from './form/survey-form.js';
import { NpsSurvey } from './nps/nps-survey.js';
import { RatingScale } from './scale/rating-scale.js';

const elements = {
  'nps-survey': NpsSurvey,
  'csat-survey': CsatSurvey,
  'ces-survey': CesSurvey,
  'feedback-prompt': FeedbackPrompt,
  'survey-form': SurveyForm,
  'rating-scale': RatingScale,
};

/** How {@link defineAll} names the tags. */
export interface DefineAllOptions {
  /** Put before every tag: `acme-` gives `<acme-nps-survey>`. */
  prefix?: string;
  registry?: CustomElementRegistry;
}

/**
 * Registers every survey tag, under other names where those of the kit are taken. Each tag gets a class of its own, so
 * that it can be called again with another prefix. Throws a `SyntaxError` where a prefix makes no valid tag.
 */
export function defineAll({ prefix = '', registry = customElements }: DefineAllOptions = {}): void {
  for (const [tag, element] of Object.entries(elements)) {
    const Base = element as typeof NpsSurvey;
    const name = prefix + tag;
    // A class can have one tag only.
    if (!prefix) Base.define(name, registry);
    else if (!registry.get(name)) (class extends Base {}).define(name, registry);
  }
}
