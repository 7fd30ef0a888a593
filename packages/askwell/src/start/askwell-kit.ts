import { define, issueWarning } from '@askwell/base';
import { VERSION } from '@askwell/core';

import type { Kit } from './kit.js';
import { start } from './start.js';

/** On a server there are no elements. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `start()` as a tag, for pages without a script of their own. It shows nothing, starts when it comes into the page and
 * stops when it leaves it. A tag that cannot start warns once.
 */
export class AskwellKit extends Base {
  static readonly version: string = VERSION;
  static readonly observedAttributes: readonly string[] = ['config', 'endpoint', 'respondent-id', 'consent'];

  /** Registers this class under a tag. A tag that is taken keeps its first class, with one warning. */
  static define(tag: string, registry: CustomElementRegistry = customElements): void {
    define(tag, this, registry);
  }

  /** What it has started: `track`, `open`, `explain` and the rest. */
  kit: Kit | undefined;
  #restarting = false;

  constructor() {
    super();
    // Where a page has several kits, surveys in a tag deliver to its endpoint: the nearest hears of it first.
    this.addEventListener('askwell-response', (event) => (event.endpoint ||= this.getAttribute('endpoint') ?? undefined));
  }

  connectedCallback(): void {
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#restart();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // Another visitor is no other page.
    if (name === 'respondent-id' && this.kit && before !== now) this.kit.identify(now ?? undefined);
    else if (before !== now) this.#restart();
  }

  /** What changes at once, and a move within the page, restarts it once. */
  #restart(): void {
    if (this.#restarting) return;
    this.#restarting = true;
    queueMicrotask(() => {
      this.#restarting = false;
      this.kit?.stop();
      this.kit = this.isConnected ? this.#start() : undefined;
    });
  }

  #start(): Kit | undefined {
    const given = (name: string): string | undefined => this.getAttribute(name) || undefined;
    const [config, endpoint, id, consent] = AskwellKit.observedAttributes.map(given);
    try {
      return start({
        ...(config && { config }),
        ...(endpoint && { endpoint }),
        ...(id && { respondent: { id } }),
        ...(consent && { consent: Object.fromEntries(consent.split(/\s+/).map((purpose) => [purpose, true])) }),
      });
    } catch (error) {
      issueWarning('askwell-kit', (error as Error).message);
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-kit': AskwellKit;
  }
}
