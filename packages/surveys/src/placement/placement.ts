import type { CSSResult, TemplateResult } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import type { AskwellDismissEvent } from './askwell-dismiss-event.js';

/** How a prompt stands on the page: opening, closing, and what surrounds the question. Loaded when a tag asks for it. */
export interface Placement {
  readonly styles: CSSResult;
  /** What stands above the question, such as a Close button. */
  renderHeader(): TemplateResult;
  /** What stands beside Submit while the question is open. */
  renderActions(): TemplateResult;
  /** Shows the surface as soon as that disturbs nobody. */
  open(surface: HTMLElement): void;
  /** Hides the surface, gives the focus back and says why. */
  close(reason: AskwellDismissEvent['reason']): void;
  /** Removes whatever it put outside the element. */
  disconnect(): void;
}

type PlacementModule = { place: (survey: SurveyElement) => Placement };

/** Fetches the placement of a prompt; `undefined` for a name that means none. */
export function loadPlacement(name: string): Promise<PlacementModule> | undefined {
  return name === 'corner' ? import('./corner.js') : undefined;
}
