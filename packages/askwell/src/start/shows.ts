import { issueWarning } from '@askwell/base';
import type { Campaign } from '@askwell/core';
import type { SurveyElement } from '@askwell/surveys';

import type { ArmedCampaigns } from './armed.js';
import { ask } from './asking.js';
import type { Memory } from './memory.js';
import type { TurnsHost } from './turns-host.js';

/** What stands on the page, or is on its way there. */
interface Place {
  closing: AbortController;
  survey?: SurveyElement;
}

/** What shows need of the turns that they come in. */
export interface ShowsSetup {
  host: TurnsHost;
  armed: ArmedCampaigns;
  /** What is remembered of who visits now. */
  memory(): Memory | undefined;
  /** Whether a campaign that waits may still open. */
  may(campaign: Campaign): boolean;
  stopping: AbortSignal;
}

/** A preview has a place of its own: it takes nothing away. */
const PREVIEW = 'preview';

/** The surveys that campaigns have on the page, and what becomes of each. */
export class Shows {
  readonly #setup: ShowsSetup;
  readonly #places = new Map<string | undefined, Place>();

  constructor(setup: ShowsSetup) {
    this.#setup = setup;
  }

  /** Whether it has a survey there; one on its way is none yet. */
  has(id: string): boolean {
    return !!this.#places.get(id)?.survey?.isConnected;
  }

  /** Opens what waits at the edge. */
  open(id: string): void {
    void this.#places.get(id)?.survey?.open();
  }

  /** Puts a prompt away, or one that is previewed. */
  later(id: string | undefined): void {
    for (const each of [PREVIEW, id]) this.#places.get(each)?.survey?.dismiss('later');
  }

  /** Takes away what a campaign has on the page; `silenced` it says nothing any more. */
  end(id: string | undefined, silenced?: boolean): void {
    const { closing, survey } = this.#places.get(id) ?? {};
    if (silenced && survey) survey.preview = true;
    closing?.abort();
  }

  /** Says whether it was shown, as far as that is possible. */
  async show(campaign: Campaign, why?: 'asked' | typeof PREVIEW): Promise<boolean> {
    const { id, survey } = campaign;
    const { host, armed, memory, may, stopping } = this.#setup;
    const preview = why === PREVIEW;
    const spot = preview ? why : id;
    const place: Place = { closing: new AbortController() };
    this.end(spot);
    this.#places.set(spot, place);
    // Whoever visits by the time that it ends, it was asked of who visited when it began; a refusal meanwhile counts.
    const begun = memory();
    const waited = armed.get(id);
    let counted = preview || (!why && !!waited?.shown);
    const shown = (): void => {
      if (counted) return;
      counted = true;
      const at = Date.now();
      if (memory()) begun?.addShow({ campaign: id, survey, at, asked: why && true });
      if (waited && !why && begun === memory()) {
        armed.set(id, { ...waited, dueAt: at, shown: true });
        armed.keep(begun);
      }
      host.emit('shown', { campaign: id });
    };
    try {
      return await ask({
        campaign,
        properties: { ...host.propertiesOf(survey), preview },
        asked: !!why,
        signal: AbortSignal.any([place.closing.signal, stopping]),
        // What has happened since it had its turn counts, in another tab too.
        may: () => !!why || may(campaign),
        mounted: (element) => (place.survey = element),
        shown,
        ended(ending, score) {
          if (preview) return;
          shown();
          if (memory()) begun?.endShow(id, { ending, endedAt: Date.now(), score });
          armed.delete(id);
          armed.keep(memory());
          host.emit('ended', { campaign: id, ending, score });
          // A tab asks as often as somebody wishes.
          counted = false;
        },
      });
    } catch (error) {
      issueWarning('campaign', `Campaign "${id}" shows nothing: ${(error as Error).message}.`);
      return true;
    }
  }
}
