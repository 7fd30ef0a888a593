const ATTRIBUTE = 'data-askwell-status';
const DELAY_MS = 100;

/**
 * One polite live region in the page's own tree: those in shadow roots, or fresh ones, are often not heard.
 * It exists before it is first needed, and every kit on the page speaks through it.
 */
export class Announcer {
  readonly #region: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const found = document.querySelector<HTMLElement>(`[${ATTRIBUTE}]`);
    this.#region = found ?? document.createElement('div');
    if (found) return;
    this.#region.setAttribute('role', 'status');
    this.#region.setAttribute(ATTRIBUTE, '');
    // Properties, not an attribute: a strict style-src refuses the latter.
    Object.assign(this.#region.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' });
    document.body.append(this.#region);
  }

  say(text: string, locale: string): void {
    this.clear();
    this.#timer = setTimeout(() => {
      this.#region.lang = locale;
      this.#region.textContent = text;
    }, DELAY_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#region.textContent = '';
  }
}
