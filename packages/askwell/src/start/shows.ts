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
  /** It is wanted open, as soon as it is there. */
  opens?: boolean;
  /** Counts what was seen for whoever visits now. */
  count?: () => unknown;
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

  /** Whether it stands open; a tab is there also while it is not. */
  isOpen(id: string | undefined): boolean {
    return !!this.#places.get(id)?.survey?.matches(':state(open)');
  }

  /** Whether another campaign than this one has something open. */
  anyOpen(except: string | undefined): boolean {
    return [...this.#places.keys()].some((id) => id !== except && this.isOpen(id));
  }

  /** Opens what waits at the edge, is on its way there, or was not to stand there before. */
  openTab(campaign: Campaign): void {
    const { id } = campaign;
    if (!this.has(id)) void this.show(campaign, 'asked');
    const place = this.#places.get(id)!;
    place.opens = true;
    void place.survey?.open();
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

  /** Takes away everything there is; `silenced` nothing of it says anything any more. */
  endAll(silenced?: boolean): void {
    for (const id of this.#places.keys()) this.end(id, silenced);
  }

  /** Who was nobody by name goes on under the name that is known now. What was taken away still says whose it was. */
  meet(): void {
    for (const { survey, count } of this.#places.values()) {
      if (!survey?.isConnected) continue;
      Object.assign(survey, this.#setup.host.propertiesOf(survey.survey));
      count?.();
    }
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
    const waited = armed.get(id);
    const restored = !why && !!waited?.shown;
    /** Where it counts. */
    const counted = new Set(restored ? [memory()] : []);
    let seen = preview || restored;
    /** It counts for whoever visits, and for who signs in meanwhile. */
    const count = (at = Date.now()): void => {
      const now = memory();
      if (now && !counted.has(now)) now.addShow({ campaign: id, survey, at, asked: why && true });
      counted.add(now);
    };
    place.count = () => seen && !preview && count();
    const shown = (): void => {
      if (seen) return;
      seen = true;
      const at = Date.now();
      count(at);
      if (waited && !why) {
        armed.set(id, { ...waited, dueAt: at, shown: true });
        armed.keep(memory(), [campaign]);
      }
      host.emit('shown', { campaign: id });
    };
    try {
      return await ask({
        campaign,
        properties: () => ({ ...host.propertiesOf(survey), preview }),
        asked: !!why,
        restored,
        signal: AbortSignal.any([place.closing.signal, stopping]),
        // What has happened since it had its turn counts, in another tab too.
        may: () => !!why || may(campaign),
        mounted(element) {
          place.survey = element;
          if (place.opens) void element.open();
        },
        shown,
        ended(ending, score) {
          if (preview) return;
          shown();
          const end = { ending, endedAt: Date.now(), score };
          // Who has refused meanwhile has nothing kept.
          if (memory()) {
            count();
            for (const each of counted) each?.endShow(id, end);
          }
          armed.delete(id);
          armed.keep(memory(), [campaign]);
          host.emit('ended', { campaign: id, ending, score });
          if (campaign.show.as !== 'tab') return;
          // It asks as often as somebody wishes.
          seen = false;
          counted.clear();
        },
      });
    } catch (error) {
      issueWarning('campaign', `Campaign "${id}" shows nothing: ${(error as Error).message}.`);
      return true;
    }
  }
}
