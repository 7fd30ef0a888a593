import { warnOfValue } from '@askwell/base';
import { autoUpdate, computePosition, flip, hide, offset, shift, size, type Placement as Side } from '@floating-ui/dom';
import { css } from 'lit';

import type { SurveyElement } from '../survey/survey-element.js';
import { anchorStyles } from './anchor.styles.js';
import type { Placement } from './placement.js';
import type { Prompt } from './prompt.js';

const SIDES = ['bottom', 'top', 'left', 'right', 'start', 'end'];
const GAP_PX = 8;
/** With less room than this beside the anchor, a prompt is of more use in the corner. */
const LEAST_PX = 160;

/** A prompt beside an element of the page. While that is not to be seen, it stands in the corner. */
export function anchor(Base: typeof Prompt, survey: SurveyElement): Placement {
  class Anchored extends Base {
    #anchor: Element | undefined;
    /** Somebody else needs the place beside the anchor. */
    #aside = false;
    #stopFollowing: (() => void) | undefined;
    #frame = 0;
    /** The anchor may go, and a page that renders anew puts another element in its place. */
    readonly #observer = new MutationObserver(() => this.#anchor?.isConnected || this.#follow());

    constructor() {
      super(survey);
      this.sides = SIDES;
      this.styles = css`${this.styles}${anchorStyles}`;
    }

    override show(): void {
      super.show();
      for (const root of [document, survey.getRootNode()]) this.#observer.observe(root, { childList: true, subtree: true });
      this.#follow();
    }

    override hide(): void {
      this.#observer.disconnect();
      this.#stopFollowing?.();
      cancelAnimationFrame(this.#frame);
      this.#toCorner();
      super.hide();
    }

    override async stand(aside: boolean): Promise<void> {
      this.#aside = aside;
      await this.#update();
    }

    #soon(task: () => void): void {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(task);
    }

    #find(): Element | undefined {
      const { anchor } = survey;
      if (typeof anchor !== 'string') return anchor?.isConnected ? anchor : undefined;
      try {
        return (survey.getRootNode() as ParentNode & Node).querySelector(anchor) ?? document.querySelector(anchor) ?? undefined;
      } catch {
        warnOfValue('anchor', anchor, 'none');
        return undefined;
      }
    }

    #follow(): void {
      this.#stopFollowing?.();
      this.#anchor = this.#find();
      if (!this.#anchor) return this.#toCorner();
      // Whatever changes a size while sizes are observed is an error to the page.
      this.#stopFollowing = autoUpdate(this.#anchor, this.surface!, () => this.#soon(() => void this.#update()));
      void this.#update();
    }

    async #update(): Promise<void> {
      const { surface } = this;
      const anchor = this.#anchor;
      if (!surface || !anchor) return;
      if (this.#aside || !anchor.checkVisibility({ visibilityProperty: true })) return this.#toCorner();
      const returns = !('anchored' in surface.dataset);
      // It is measured as it would stand there; nothing is painted before the answer.
      surface.dataset.anchored = '';
      let room = 0;
      const { x, y, middlewareData } = await computePosition(anchor, surface, {
        strategy: 'fixed',
        placement: this.#preferred,
        middleware: [
          offset(GAP_PX),
          flip({ fallbackAxisSideDirection: 'end', padding: GAP_PX }),
          shift({ padding: GAP_PX }),
          size({
            padding: GAP_PX,
            apply({ availableHeight, rects }) {
              room = availableHeight < Math.min(LEAST_PX, rects.floating.height) ? 0 : availableHeight;
            },
          }),
          hide(),
        ],
      });
      if (surface !== this.surface || anchor !== this.#anchor || this.#aside) return;
      if (!room || middlewareData.hide?.referenceHidden) return this.#toCorner();
      surface.style.translate = `${x}px ${y}px`;
      surface.style.setProperty('--_room', `${room}px`);
      // The observers of an anchor without a size have seen too little.
      if (returns) this.#soon(() => this.#follow());
    }

    get #preferred(): Side {
      const rightToLeft = survey.localize.dir === 'rtl';
      const side = survey.at && SIDES.includes(survey.at) ? survey.at : SIDES[0];
      if (side === 'start') return rightToLeft ? 'right' : 'left';
      if (side === 'end') return rightToLeft ? 'left' : 'right';
      return side as Side;
    }

    #toCorner(): void {
      const { surface } = this;
      delete surface?.dataset.anchored;
      surface?.style.removeProperty('translate');
      surface?.style.removeProperty('--_room');
    }
  }

  return new Anchored();
}
