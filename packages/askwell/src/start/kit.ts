import { issueWarning } from '@askwell/base';
import { AskwellError, checkOptions, type AskwellConfig, type Campaign, type Respondent } from '@askwell/core';
import { evaluate, explainBroken, type Explain, type TriggerContext } from '@askwell/triggers';

import { attempt } from './attempt.js';
import { KINDS, type StartOptions } from './options.js';
import { readConfig, type SoundConfig } from './read-config.js';
import type { TurnsHost } from './turns-host.js';
import type { Turns } from './turns.js';
import { wipe } from './wipe.js';

/** What `kit.on` can be told of. */
export interface KitEvents {
  /** Decisions: something happened that campaigns wait for, or one that has waited shows, or does not any more. The document hears of them as `askwell-explain`. */
  explain: readonly Explain[];
  /** A campaign's prompt was shown for a second. */
  shown: { campaign: string };
  /** How a campaign's prompt ended. */
  ended: { campaign: string; ending: 'answered' | 'dismissed' | 'later'; score?: number | undefined };
}

/** Opens the inspector: `?askwell-inspect` */
const INSPECT = 'askwell-inspect';

/** All kits of the page. */
const kits = new Set<Kit>();

/** Decides who is asked what, and when, by a configuration. Made by {@link start}. */
export class Kit {
  /** Resolves once the configuration is read and the page is observed. */
  declare readonly ready: Promise<void>;
  /** Why the configuration as a whole cannot be used, where it cannot. */
  declare fault: string | undefined;

  readonly #host: TurnsHost;
  readonly #stopping = new AbortController();
  readonly #listeners = new Map<string, Set<(detail: never) => void>>();
  readonly #options: StartOptions;
  readonly #consent: Record<string, boolean>;
  #sound: SoundConfig | undefined;
  #respondent: Respondent | undefined;
  #here: Turns | undefined;
  #paused = false;

  constructor(options: StartOptions) {
    checkOptions('start', options, KINDS);
    this.#options = options;
    this.#respondent = options.respondent;
    this.#consent = { ...options.consent };
    this.#host = {
      options,
      campaigns: () => this.#campaigns,
      respondent: () => this.#respondent,
      agreed: () => this.#agreed(this.#sound!.config),
      paused: () => this.#paused,
      propertiesOf: (survey) => ({
        definition: this.#sound?.config.surveys?.[survey],
        endpoint: options.endpoint,
        respondentId: this.#respondent?.id,
        traits: this.#respondent?.traits,
      }),
      contextWith: (more) => this.#context(more),
      evaluate: (campaign, context) => evaluate(campaign, context, this.#sound?.config),
      emit: (name, detail) => this.#emit(name, detail),
    };
    this.ready = this.#begin().catch((error: Error) => issueWarning('start', `No survey opens by itself: ${error.message}`));
  }

  /**
   * Tells of something that happened: campaigns may wait for it, or ask whether it has happened. Properties that cannot
   * be written as JSON are left out, all of them, with one warning.
   */
  track(event: string, props?: Readonly<Record<string, unknown>>): void {
    const at = Date.now();
    // As they are now, and as they can be kept.
    const kept = props && attempt(() => JSON.parse(JSON.stringify(props)) as typeof props, 'track');
    void this.ready.then(() => this.#here?.track({ event, at, props: kept }));
  }

  /** Tells that the page shows another address; only needed in a browser without the Navigation API. */
  page(): void {
    this.#here?.page();
  }

  /** Says who visits now. Whoever leaves keeps their history for their return. */
  identify(id: string | undefined, traits?: Respondent['traits']): void {
    const before = this.#respondent?.id;
    this.#respondent = { id, traits } as Respondent;
    this.#here?.meet(before !== undefined && before !== id);
  }

  /**
   * Says what the person has agreed to. Who refuses a purpose that the configuration asks for has erased what this kit
   * keeps on the device, answers that wait included.
   */
  setConsent(consent: Readonly<Record<string, boolean>>): void {
    Object.assign(this.#consent, consent);
    const refused = (purpose: string): boolean => consent[purpose] === false;
    void (this.#sound ? this.#forget(refused) : this.ready.then(() => this.#forget(refused)));
    this.#here?.meet(false, refused);
  }

  /**
   * Opens a campaign (or the first of a survey) for somebody who asks for it: how often they were asked does not count.
   * Says whether it opens, and why not.
   *
   * @param preview shows it whatever stands in the way, records nothing and sends nothing
   * @throws AskwellError `invalid-options` where there is no such campaign
   */
  async open(id: string, preview?: boolean): Promise<Explain> {
    await this.ready;
    const campaigns = this.#campaigns;
    const campaign = campaigns.find((each) => each.id === id) ?? campaigns.find(({ survey }) => survey === id);
    if (!campaign) throw new AskwellError('invalid-options', `open() found no campaign and no survey "${id}"; there are: ${campaigns.map((each) => each.id).join(', ')}.`);
    // One that was stopped opens nothing.
    return this.#here?.open(campaign, preview) ?? this.explain(campaign.id)!;
  }

  /** Puts the open prompt away, as its "Ask me later" does. */
  later(): void {
    this.#here?.later();
  }

  /**
   * Why each campaign would show now, or not; or why one of them.
   *
   * @param more what shall be otherwise than it is, as `{ now: Date.parse('2027-01-01') }`
   */
  explain(id?: undefined, more?: Partial<TriggerContext>): Explain[];
  explain(id: string, more?: Partial<TriggerContext>): Explain | undefined;
  explain(id?: string, more: Partial<TriggerContext> = {}): Explain[] | Explain | undefined {
    const at = new Date().toISOString();
    const context = this.#context(more);
    const broken = (this.#sound?.faults ?? []).map((fault) => explainBroken(fault, at));
    const all = [...this.#campaigns.map((campaign) => this.#host.evaluate(campaign, { ...context, ...this.#here?.waiting(campaign, context), ...more })), ...broken];
    return id === undefined ? all : all.find(({ campaign }) => campaign === id);
  }

  /** Calls back for each event of a kind. Returns the function that ends it. */
  on<Name extends keyof KitEvents>(name: Name, listener: (detail: KitEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Opens nothing by itself until `resume`; a prompt that is open stays. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#here?.look();
  }

  /** Ends everything: no listener, no timer and no prompt is left, and nothing is read or written any more. */
  stop(): void {
    this.#stopping.abort();
    this.#here = undefined;
    kits.delete(this);
  }

  /** Whether `stop` has been called. */
  get stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  get #campaigns(): readonly Campaign[] {
    return this.#sound?.config.campaigns ?? [];
  }

  async #begin(): Promise<void> {
    // On a server nobody is asked.
    if (!globalThis.document) return;
    kits.add(this);
    const { config, endpoint } = this.#options;
    const { signal } = this.#stopping;
    const onResponse = (event: Event & { endpoint?: string | undefined }): void => {
      // A survey that says nothing of where its answers go sends them where the only kit does.
      if (kits.size === 1) event.endpoint ||= endpoint;
    };
    document.addEventListener('askwell-response', onResponse, { capture: true, signal });
    // What an earlier page could not deliver leaves on this one, whether it asks or not.
    (globalThis.requestIdleCallback ?? setTimeout)(() => void import('../install-delivery.js').catch(() => undefined));
    this.#sound = config === undefined ? undefined : await readConfig(config, (read) => !signal.aborted && this.#agreed(read), (fault) => (this.fault = fault));
    if (signal.aborted) return;
    this.#forget((purpose) => this.#consent[purpose] === false);
    // Loaded for nobody else; what is broken shows there.
    if (new URLSearchParams(location.search).has(INSPECT)) void import('../survey-inspector.js').then(({ inspect }) => inspect(this)).catch(() => undefined);
    if (!this.explain()[0]) return;
    const { Turns } = await import('./turns.js');
    if (!signal.aborted) this.#here = new Turns(this.#host, signal);
  }

  /** Erases what is kept, where something is refused that the configuration asks for. */
  #forget(refused: (purpose: string) => boolean): void {
    if (this.#sound?.config.consent?.some(refused)) wipe();
  }

  readonly #agreed = ({ consent = [] }: AskwellConfig): boolean => consent.every((purpose) => this.#consent[purpose]);

  #context(more: Partial<TriggerContext>): TriggerContext {
    const now = Date.now();
    const { flags } = this.#options;
    return {
      now,
      url: location.href,
      consent: this.#consent,
      lang: document.documentElement.lang || navigator.language,
      traits: this.#respondent?.traits,
      flags: typeof flags === 'function' ? attempt(flags, 'flags') : flags,
      ...this.#here?.moment(now),
      ...more,
    };
  }

  #emit<Name extends keyof KitEvents>(name: Name, detail: KitEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) attempt(() => listener(detail as never), 'on');
  }
}
