import { AskwellElement, fill, issueWarning } from '@askwell/base';
import type { Client } from '@askwell/client';
import { deadLettersAsCsv, deadLettersAsJson } from '@askwell/client/export.js';
import type { InspectorTexts } from '@askwell/locales';
import { en } from '@askwell/locales/inspector/en.js';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';

import type { Explain } from '@askwell/triggers';

import type { Kit } from '../start/kit.js';
import { campaignsPane } from './campaigns-pane.js';
import { showTime } from './format.js';
import { queueSection, type QueueAct } from './queue-pane.js';
import { QueueWatcher, type WatchedQueue } from './queue-watcher.js';
import { saveFile } from './save-file.js';
import { inspectorStyles } from './survey-inspector.styles.js';

const MOST_DECISIONS = 50;
/** After each of these another campaign is open than before. */
const MOVES = ['askwell-open', 'askwell-dismiss'];

/**
 * Shows the developer and the product manager what the kit holds on this device: the answers that wait, why, and those
 * that were refused. An answer itself is only in the files that it saves.
 *
 * @csspart frame - The whole inspector.
 * @csspart title - Its title.
 * @csspart refresh - Reads the device again; what other tabs did shows only then.
 * @csspart status - Says what the last act came to.
 * @csspart close - Takes an overlay away.
 * @csspart pane - What is shown of one concern: campaigns, the queue.
 * @csspart campaign - One campaign: whether it shows, and why.
 * @csspart decisions - What was decided lately.
 * @csspart endpoint - One endpoint's queue.
 * @csspart facts - How much waits, and why.
 * @csspart gate - When it is tried next, and why not sooner.
 * @csspart buttons - What can be done with a queue.
 * @csspart table - A table with what it scrolls in.
 * @csspart dead - The table of dead letters.
 * @csspart log - The table of events.
 * @csspart notice - Something that keeps answers from being kept or sent.
 * @cssproperty [--askwell-brand=light-dark(#2b50c8, #a3b8ff)] - The edge of a button under the pointer.
 */
export class SurveyInspector extends AskwellElement<InspectorTexts> {
  static override styles: CSSResultGroup = inspectorStyles;

  static override properties: PropertyDeclarations = {
    clients: { attribute: false },
    kits: { attribute: false },
    overlay: { type: Boolean, reflect: true },
    _moment: { state: true },
    _decided: { state: true },
    _message: { state: true },
    _erasing: { state: true },
  };

  /** Clients that the page made itself, with headers or a queue of their own, to show beside those of the tags. */
  declare clients: readonly Client[];

  /** Kits whose campaigns are shown. */
  declare kits: readonly Kit[];
  /** Stands over the page, and can be closed. */
  declare overlay: boolean;

  declare private _moment: number | undefined;
  declare private _decided: readonly Explain[];
  declare private _message: string;
  declare private _erasing: WatchedQueue | undefined;

  readonly #watcher = new QueueWatcher(this, () => this.clients);

  constructor() {
    super({ english: en, languages: () => import('./inspector-languages.js').then(({ inspectorLanguages }) => inspectorLanguages) });
    this.clients = [];
    this.kits = [];
    this.overlay = false;
    this._decided = [];
    this._message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('askwell-explain', this.#onExplain);
    for (const type of MOVES) document.addEventListener(type, this.#onMove, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('askwell-explain', this.#onExplain);
    for (const type of MOVES) document.removeEventListener(type, this.#onMove, { capture: true });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('clients') && this.isConnected) void this.refresh();
  }

  /** Reads this device again, with what other tabs did. Resolves when that is shown; never rejects. */
  async refresh(): Promise<void> {
    await this.#watcher.refresh();
    await this.updateComplete;
  }

  protected override render(): TemplateResult {
    const { texts, locale, dir } = this.localize;
    const { queues, readAt, denied } = this.#watcher;
    const kits = this.kits.filter(({ stopped }) => !stopped);
    const setup = { localize: this.localize, readAt, erasing: this._erasing, act: this.#onAct, spare: this.#onSpare };
    return html`<section part="frame" aria-labelledby="title" lang=${locale} dir=${dir}>
      <header>
        <h2 id="title" part="title">${texts.title}</h2>
        ${this.overlay ? html`<button part="close" @click=${this.remove}>${texts.close}</button>` : nothing}
        <button part="refresh" @click=${this.refresh}>${texts.refresh}</button>
        ${readAt ? html`<small>${fill(texts.asOf, { time: showTime(locale, readAt) })}</small>` : nothing}
      </header>
      <p part="status" role="status">${this._message}</p>
      ${kits.length ? campaignsPane({ localize: this.localize, kits, moment: this._moment, decided: this._decided, choose: this.#onMoment, show: this.#onShow }) : nothing}
      <div part="pane">
        <h3 id="queue">${texts.queue}</h3>
        ${denied ? html`<p part="notice">${texts.denied}</p>` : nothing}
        ${readAt ? queues.map((queue, index) => queueSection(setup, queue, index)) : html`<p>${texts.reading}</p>`}
        ${readAt && !queues.length && !denied ? html`<p>${texts.empty}</p>` : nothing}
      </div>
    </section>`;
  }

  readonly #onExplain = (event: Event): void => {
    this._decided = [...(event as CustomEvent<Explain[]>).detail, ...this._decided].slice(0, MOST_DECISIONS);
  };

  readonly #onMove = (): void => this.requestUpdate();

  readonly #onMoment = (moment: number | undefined): void => {
    this._moment = moment;
  };

  readonly #onShow = (kit: Kit, campaign: string): void => void kit.open(campaign, true);

  readonly #onAct = async (act: QueueAct, queue: WatchedQueue, id?: string): Promise<void> => {
    try {
      await this.#perform(act, queue, id);
    } catch (error) {
      issueWarning('inspector', `The inspector could not do what was asked. ${String(error)}`);
      this._message = fill(this.localize.texts.failed, { error: String(error) });
    }
  };

  readonly #onSpare = (): void => {
    if (this._erasing) this._message = '';
    this._erasing = undefined;
  };

  async #perform(act: QueueAct, queue: WatchedQueue, id?: string): Promise<void> {
    const { texts } = this.localize;
    const { dead } = queue;
    const client = queue.client!;
    if (act === 'json' || act === 'csv') {
      const [type, text] = act === 'json' ? ['application/json', deadLettersAsJson(dead)] : ['text/csv;charset=utf-8', deadLettersAsCsv(dead)];
      saveFile(this.renderRoot, `askwell-dead-letters.${act}`, type, text);
      this._message = fill(texts.downloaded, { count: dead.length });
      return;
    }
    if (act === 'erase' && this._erasing !== queue) {
      this._erasing = queue;
      this._message = fill(texts.eraseAsk, { count: queue.pending.length + dead.length });
      return;
    }
    if (act === 'try') {
      this._message = texts.trying;
      await client.flush();
      await this.refresh();
      this._message = fill(texts.tried, { count: queue.pending.length });
    } else if (act === 'retry') {
      const count = await client.retryDead(id);
      await this.refresh();
      this._message = fill(texts.sentAgain, { count });
    } else {
      const count = queue.pending.length + dead.length;
      this._erasing = undefined;
      await client.purge();
      await this.refresh();
      this._message = fill(texts.erased, { count });
    }
    await this.updateComplete;
    this.#keepFocus(queue);
  }

  /** The button that was pressed may have gone, or may not be pressed any more. */
  #keepFocus(queue: WatchedQueue): void {
    const root = this.renderRoot as ShadowRoot;
    if (root.activeElement && !root.activeElement.matches(':disabled')) return;
    const index = this.#watcher.queues.indexOf(queue);
    root.querySelector<HTMLElement>(index < 0 ? '[part=refresh]' : `#queue-${index}`)?.focus();
  }
}
