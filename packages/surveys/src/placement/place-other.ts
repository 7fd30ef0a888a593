import type { SurveyElement } from '../survey/survey-element.js';
import type { Placement } from './placement.js';
import type { Prompt } from './prompt.js';

/** The placements beside the corner, which most prompts take. The class of the corner is handed over: its chunk stays a leaf. */
export async function placeOther(survey: SurveyElement, name: string, Base: typeof Prompt): Promise<Placement | undefined> {
  switch (name) {
    case 'sheet':
    case 'banner':
      return (await import('./bar.js')).bar(Base, survey);
    case 'modal':
      return (await import('./modal.js')).modal(Base, survey);
    case 'anchor':
      return (await import('./anchor.js')).anchor(Base, survey);
    case 'tab':
      return (await import('./tab.js')).tab(Base, survey);
    default:
      return undefined;
  }
}
