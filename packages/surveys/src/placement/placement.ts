import type { CSSResultOrNative, nothing, TemplateResult } from 'lit';

import type { AskwellDismissEvent } from './askwell-dismiss-event.js';

/** How a prompt stands on the page. Loaded when a tag asks for one. */
export interface Placement {
  /** Adopted after the survey's own styles. */
  readonly styles: CSSResultOrNative;
  /** The surface with the contents of the survey in it. `contents` is undefined while there is nothing to ask. */
  render(contents: TemplateResult | undefined): TemplateResult | typeof nothing;
  /** What stands beside Submit while the question is open. */
  renderActions(): TemplateResult | typeof nothing;
  /** Shows the surface as soon as that disturbs nobody; `now` at the wish of the respondent. Does so once. */
  open(now?: boolean): void;
  /** Hides the surface, gives the focus back and says why. */
  close(reason: AskwellDismissEvent['reason']): void;
  /** Hides the surface and removes whatever it put outside the element. */
  disconnect(): void;
}
