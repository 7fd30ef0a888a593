import { issueWarning } from '@askwell/base';
import type { Campaign } from '@askwell/core';
import { arbitrate, isTriggered, parseDuration, type Explain, type Happening, type PastEvent, type TriggerContext } from '@askwell/triggers';
import { disturbances, observe, whenMomentChanges, type Disturbance } from '@askwell/triggers/observe.js';

import { ArmedCampaigns, contextOf } from './armed.js';
import { device } from './device.js';
import { keptOfEvent } from './kept-of-event.js';
import { Memory } from './memory.js';
import { Shows } from './shows.js';
import { inSlot, untilFree } from './slot.js';
import type { TurnsHost } from './turns-host.js';
import { ViewTime } from './view-time.js';

const RESTORED_MS = 30 * 60_000;
/** So long it has to be quiet after what stood in the way, or another prompt. */
const QUIET_MS = 3000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Reasons of a campaign that lacks nothing but its moment and its turn: those are asked last. */
const MOMENTARY = ['ok', 'moment', 'turn'];
/** Whether a campaign lacks nothing but its moment, its turn, or a word of the person that has not been said yet. */
const mayCome = ({ reason, status }: Explain): boolean => MOMENTARY.includes(reason) || (reason === 'consent' && status === 'unknown');
/** How the person asks for a prompt: nothing but the campaign's own conditions stands in the way. */
const ASKED = { asked: true, disturbs: [] };

/**
 * What happens on the page, and whose turn it is: campaigns wait out their delay, a moment that disturbs nobody, and
 * other prompts, in this tab and in others. Loaded for a configuration that has campaigns.
 */
export class Turns {
  readonly #host: TurnsHost;
  readonly #armed = new ArmedCampaigns();
  readonly #shows: Shows;
  #memory: Memory | undefined;
  readonly #keptOf: ReturnType<typeof keptOfEvent>;
  readonly #tellPage: () => void;
  readonly #stopping: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitsForSlot = false;
  /** By the page's own clock. */
  #quietUntil = 0;
  readonly #inView: ViewTime;
  #stopWaiting: (() => void) | undefined;
  /** The campaign that has the turn. */
  #turn: Campaign | undefined;

  constructor(host: TurnsHost, stopping: AbortSignal) {
    this.#host = host;
    this.#stopping = stopping;
    this.#shows = new Shows({
      host,
      armed: this.#armed,
      memory: () => this.#memory,
      may: (campaign) => !!this.#decide(campaign)?.show,
      stopping,
    });
    this.#keptOf = keptOfEvent(host.campaigns());
    this.#remember();
    this.#inView = new ViewTime((seconds) => this.#memory?.view(Date.now(), seconds), stopping);
    // What several campaigns wait for is observed once.
    const triggers = new Map(host.campaigns().flatMap(({ on = [] }) => on.map((trigger) => [JSON.stringify(trigger), trigger])));
    const sought = [...triggers.values()].filter((trigger) => !('page' in trigger));
    this.#tellPage = observe([{ page: true as const }, ...sought], (trigger) => this.#seen(trigger as Happening), {
      signal: stopping,
      refused: (selector) => issueWarning('selector', `No trigger waits for "${selector}": it cannot be observed.`),
    });
    addEventListener('storage', () => this.look(), { signal: stopping });
    const onDismiss = (): void => {
      this.#keepQuiet();
      queueMicrotask(() => this.look());
    };
    addEventListener('askwell-dismiss', onDismiss, { capture: true, signal: stopping });
    stopping.addEventListener('abort', () => this.look());
  }

  /**
   * Who visits, or what they have agreed to, may have changed. What one visitor has begun does not go on with another,
   * and nothing leaves what stands for a campaign that needs what was `refused`.
   */
  meet(another?: boolean, refused: (purpose: string) => boolean = () => false): void {
    if (another) {
      this.#armed.clear();
      this.#armed.keep(this.#memory, this.#host.campaigns());
      this.#shows.endAll();
    }
    for (const { id, consent } of this.#host.campaigns()) if (consent?.some(refused)) this.#shows.end(id, true);
    this.#remember();
    this.#shows.meet();
    this.placeTabs();
    this.look();
  }

  /** Who visits, what is remembered of them, what the page is seen on, what speaks against a prompt now, and whose is open. */
  moment(now: number): Partial<TriggerContext> {
    const disturbs: (Disturbance | 'paused' | 'prompt')[] = disturbances(this.#host.options);
    if (this.#host.paused()) disturbs.push('paused');
    // A panel that somebody has open holds no turn.
    if (this.#shows.anyOpen(this.#turn?.id)) disturbs.push('prompt');
    const memory = this.#memory;
    return {
      visitor: memory?.visitor,
      history: memory?.history(now),
      device: device(),
      disturbs,
      open: this.#turn?.id,
      session: memory?.session(now, this.#inView.seconds),
    };
  }

  /** What a campaign is decided by that waits or is open, beside what all are. */
  waiting(campaign: Campaign, { now, disturbs = [], history }: TriggerContext): Partial<TriggerContext> {
    const { id } = campaign;
    const armed = this.#armed.get(id);
    // One that is open without having waited was asked for; a tab is there to be.
    if (this.#shows.isOpen(id) || (campaign.show.as === 'tab' && this.#shows.has(id))) return { ...(armed ? contextOf(armed, campaign, history) : ASKED), disturbs: [], open: id };
    if (!armed) return {};
    const waits = [!armed.shown && armed.dueAt > now && 'delay', this.#waitsForSlot && 'elsewhere', this.#quietUntil > performance.now() && 'quiet'];
    return { ...contextOf(armed, campaign, history), disturbs: [...disturbs, ...waits.filter((each) => typeof each === 'string')] };
  }

  page(): void {
    this.#tellPage();
  }

  track(happened: PastEvent): void {
    this.#memory?.visit(happened.at, 0);
    const kept = this.#keptOf(happened);
    if (kept) this.#memory?.addEvent(kept);
    this.happen(happened);
  }

  later(): void {
    this.#shows.later(this.#turn?.id);
  }

  open(campaign: Campaign, preview?: boolean): Explain {
    const { id, show } = campaign;
    const explain = this.#evaluate(campaign, { ...ASKED, open: id });
    if (preview) void this.#shows.show(campaign, 'preview');
    else if (explain.show && show.as === 'tab') this.#shows.openTab(campaign);
    else if (explain.show && !this.#shows.isOpen(id)) {
      this.#shows.end(this.#turn?.id);
      void this.#ask(campaign, 'asked');
    }
    return explain;
  }

  /** Arms what waits for this and lacks nothing but its time, its moment and its turn. */
  happen(happened: Happening): void {
    const context = this.#host.contextWith({ happened });
    // On another page, the time on it begins anew.
    if ('page' in happened) this.#armed.drop(({ happened: before, shown }) => !shown && 'page' in before);
    const decided: Explain[] = [];
    for (const campaign of this.#host.campaigns()) {
      const { id, delay = '0s' } = campaign;
      if (this.#armed.has(id) || !isTriggered(campaign, context)) continue;
      const waits = parseDuration(delay);
      const explain = this.#host.evaluate(campaign, waits ? { ...context, disturbs: [...context.disturbs!, 'delay'] } : context);
      decided.push(explain);
      if (mayCome(explain)) this.#armed.set(id, { happened, dueAt: context.now + waits, ...(explain.show && { told: true }) });
    }
    this.#tell(decided);
    this.look();
  }

  /** What is due and may show goes by turns. Nothing runs while nothing waits; one timer waits for the next delay to end. */
  look(): void {
    clearTimeout(this.#timer);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    if (this.#stopping.aborted) return;
    const since = performance.now();
    const ready = new Map<Campaign, Explain>();
    const decided: Explain[] = [];
    let next = Infinity;
    let waits = false;
    for (const campaign of this.#host.campaigns()) {
      const armed = this.#armed.get(campaign.id);
      // The one whose turn it is decides for itself.
      if (!armed || campaign.id === this.#turn?.id || this.#shows.has(campaign.id)) continue;
      const now = Date.now();
      // A clock that was set back makes no delay longer.
      if (!armed.shown) armed.dueAt = Math.min(armed.dueAt, now + parseDuration(campaign.delay ?? '0s'));
      if (armed.dueAt > now) {
        next = Math.min(next, armed.dueAt);
        continue;
      }
      const explain = this.#decide(campaign)!;
      if (explain.show) ready.set(campaign, explain);
      else if (MOMENTARY.includes(explain.reason)) waits = true;
      else if (!mayCome(explain)) {
        this.#armed.delete(campaign.id);
        decided.push(explain);
      }
    }
    this.#armed.keep(this.#memory, this.#host.campaigns());
    // What was open already goes first.
    const first = [...ready.keys()].find(({ id }) => this.#armed.get(id)!.shown) ?? arbitrate([...ready.keys()]);
    const quiet = this.#quietUntil - since;
    if (first && quiet > 0) next = Math.min(next, Date.now() + quiet);
    else if (first) {
      const armed = this.#armed.get(first.id)!;
      if (!armed.told) decided.push(ready.get(first)!);
      armed.told = true;
      void this.#ask(first);
    }
    this.#tell(decided);
    // What moves within the last seconds of a delay counts too.
    if (waits || next < Infinity) {
      this.#stopWaiting = whenMomentChanges((change) => {
        // A click alone moves nothing: it may be what has begun a delay.
        if (change && (waits || (change as Event).type !== 'click')) this.#keepQuiet();
        this.look();
      }, since);
    }
    if (next < Infinity) this.#timer = setTimeout(() => this.look(), Math.min(next - Date.now(), LONGEST_TIMER_MS));
  }

  /** Puts up the buttons at the edge that may stand. */
  placeTabs(): void {
    for (const campaign of this.#host.campaigns()) {
      if (campaign.show.as !== 'tab') continue;
      const { id } = campaign;
      if (!this.#evaluate(campaign, { ...ASKED, open: id }).show) this.#shows.end(id);
      else if (!this.#shows.has(id)) void this.#shows.show(campaign, 'asked');
    }
  }

  #evaluate(campaign: Campaign, more: Partial<TriggerContext>): Explain {
    return this.#host.evaluate(campaign, this.#host.contextWith(more));
  }

  /** Whether one that waits may have its turn now. */
  #decide(campaign: Campaign): Explain | undefined {
    const armed = this.#armed.get(campaign.id);
    return armed && this.#evaluate(campaign, contextOf(armed, campaign, this.#memory?.history(Date.now())));
  }

  #keepQuiet(): void {
    this.#quietUntil = performance.now() + QUIET_MS;
  }

  #tell(decided: readonly Explain[]): void {
    if (!decided.length) return;
    this.#host.emit('explain', decided);
    document.dispatchEvent(new CustomEvent('askwell-explain', { detail: decided }));
  }

  #seen(happened: Happening): void {
    const page = 'page' in happened;
    this.#memory?.visit(Date.now(), Number(page));
    if (page) this.placeTabs();
    this.happen(happened);
  }

  /** Asks, if no other tab does. Who asks does not wait for another tab. */
  async #ask(campaign: Campaign, asked?: 'asked'): Promise<void> {
    // Somebody may ask for the same one twice.
    const turn = { ...campaign };
    this.#turn = turn;
    const free = await inSlot(async () => {
      // One that was not to open waits on.
      if (this.#turn !== turn || !(await this.#shows.show(campaign, asked))) return;
      // One that is back in the page stands there until it is answered.
      if (!this.#armed.get(campaign.id)?.shown || !this.#shows.has(campaign.id)) this.#armed.delete(campaign.id);
      this.#keepQuiet();
    }, !!asked);
    if (this.#turn !== turn) return;
    this.#turn = undefined;
    if (free) return this.look();
    // What another tab has begun may end in any way; the browser says when.
    if (this.#waitsForSlot) return;
    this.#waitsForSlot = true;
    await untilFree(this.#stopping).catch(() => undefined);
    this.#waitsForSlot = false;
    this.#keepQuiet();
    this.look();
  }

  /** Opens the memory of who visits, if that is agreed to. What they have open is nobody else's. */
  #remember(): void {
    const agreed = this.#host.agreed();
    // Nothing leaves what is on the page any more, nor stays on the device.
    if (!agreed) this.#shows.endAll(true);
    const memory = agreed ? Memory.of(this.#host.respondent()?.id) : undefined;
    if (memory?.visitor === this.#memory?.visitor) return;
    // It goes on under the name that is known now, and is not there twice.
    if (memory) new ArmedCampaigns().keep(this.#memory, this.#host.campaigns());
    this.#memory = memory;
    this.#armed.drop(({ shown }) => shown);
    if (memory) this.#armed.restore(memory, this.#host.campaigns(), Date.now() - RESTORED_MS);
  }
}
