import type { SurveyElement } from '@askwell/surveys';
import '@askwell/surveys/define/csat-survey.js';
import '@askwell/surveys/define/nps-survey.js';
import { css, html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { contrast, hexOf } from './color-contrast.js';
import { tokensOf, type Token } from './survey-tokens.js';

const THEMES = ['light', 'dark'] as const;

type Theme = (typeof THEMES)[number];

/** What is read on what, and the least contrast that it needs. */
const PAIRS = [
  ['on-brand', 'brand', 4.5],
  ['text', 'surface', 4.5],
  ['muted', 'surface', 4.5],
  ['danger', 'surface', 4.5],
  ['border', 'surface', 3],
  ['focus', 'surface', 3],
  ['brand', 'surface', 3],
] as const;

/** Tokens side by side in light and dark, with what they make of the surveys, and as CSS to take along. */
export class TokenEditor extends LitElement {
  static override styles: CSSResult = css`
    /* The tabs stand at both edges. */
    :host {
      display: block;
      padding-inline: 3rem;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: 1.5rem;
    }
    section,
    td,
    th {
      padding: 0.5rem;
    }
    section {
      color: CanvasText;
      background: Canvas;
    }
    .light {
      color-scheme: light;
    }
    .dark {
      color-scheme: dark;
    }
    section > * {
      margin-block-end: 1rem;
    }
    th {
      text-align: start;
      font-weight: 400;
    }
    textarea {
      box-sizing: border-box;
      inline-size: 100%;
    }
  `;

  static override properties: PropertyDeclarations = {
    tokens: { state: true },
    changed: { state: true },
    note: { state: true },
  };

  declare tokens: Token[];
  /** What was changed: of a colour, a value for each theme; of all else, one for both. */
  declare changed: Readonly<Record<string, Partial<Record<Theme, string>>>>;
  declare note: string;

  constructor() {
    super();
    this.tokens = [];
    this.changed = {};
    this.note = '';
  }

  /** What was changed, as a page writes it. */
  get css(): string {
    const lines = this.tokens.filter(({ name }) => this.changed[name]).map((token) => `  ${token.name}: ${this.#valueOf(token)};\n`);
    return lines.length ? `:root {\n${lines.join('')}}\n` : '';
  }

  /** Before anything is rendered, since colours follow from one another. */
  protected override willUpdate(): void {
    for (const theme of THEMES) {
      const section = this.renderRoot?.querySelector<HTMLElement>(`.${theme}`);
      for (const { name } of section ? this.tokens : []) {
        const value = this.changed[name]?.[theme];
        if (value) section!.style.setProperty(name, value);
        else section!.style.removeProperty(name);
      }
    }
  }

  protected override firstUpdated(): void {
    void this.#read();
  }

  protected override render(): TemplateResult {
    const colors = this.tokens.filter(({ kind }) => kind === 'color');
    const others = this.tokens.filter(({ kind }) => kind !== 'color');
    return html`<div class="columns">
        <table>
          <caption>
            Colours
          </caption>
          <tr>
            <td></td>
            ${THEMES.map((theme) => html`<th scope="col">${theme}</th>`)}
          </tr>
          ${colors.map(
            (token) =>
              html`<tr>
                <th scope="row"><code>${token.name}</code></th>
                ${THEMES.map(
                  (theme) =>
                    html`<td>
                      <input
                        type="color"
                        aria-label=${`${token.name}, ${theme}`}
                        .value=${this.#colorOf(token.name, theme)}
                        @input=${(event: Event) => this.#change(token, event, theme)}
                      />
                    </td>`,
                )}
                <td>${this.#renderReset(token)}</td>
              </tr>`,
          )}
        </table>
        <table>
          <caption>
            Sizes, type and motion
          </caption>
          ${others.map(
            (token) =>
              html`<tr>
                <th scope="row"><label for=${token.name}><code>${token.name}</code></label></th>
                <td>${this.#renderInput(token)}</td>
                <td>${this.#valueOf(token)}</td>
                <td>${this.#renderReset(token)}</td>
              </tr>`,
          )}
        </table>
      </div>
      <div class="columns">${THEMES.map((theme) => this.#renderPreview(theme))}</div>
      <label for="css">CSS of what was changed</label>
      <textarea id="css" rows="8" readonly .value=${this.css}></textarea>
      <button ?disabled=${!this.css} @click=${this.#onCopy}>Copy CSS</button>
      <button ?disabled=${!this.css} @click=${this.#onRestart}>Start again</button>
      <span role="status">${this.note}</span>`;
  }

  #renderPreview(theme: Theme): TemplateResult {
    return html`<section class=${theme} aria-label=${`Preview, ${theme}`}>
      <nps-survey theme=${theme} product="Acme" preview></nps-survey>
      <csat-survey theme=${theme} thing="the delivery" preview></csat-survey>
      <nps-survey theme=${theme} product="Acme" preview placement="corner"></nps-survey>
      <nps-survey theme=${theme} product="Acme" preview placement="tab" at=${theme === 'light' ? 'start' : 'end'}></nps-survey>
      <button @click=${this.#onShow}>Show a prompt</button>
      <table>
        <caption>
          Contrast, ${theme}
        </caption>
        ${PAIRS.map(([front, back, least]) => {
          const ratio = this.tokens.length ? contrast(this.#colorOf(`--askwell-${front}`, theme), this.#colorOf(`--askwell-${back}`, theme)) : 0;
          return html`<tr>
            <th scope="row">${front} on ${back}</th>
            <td data-pair=${`${front} ${back}`}>${ratio.toFixed(2)}:1</td>
            <td>${ratio >= least ? 'passes' : 'fails'} ${least}:1</td>
          </tr>`;
        })}
      </table>
    </section>`;
  }

  #renderInput(token: Token): TemplateResult {
    const { name, kind, fallback } = token;
    const value = this.changed[name]?.light ?? fallback;
    const number = parseFloat(value);
    const onInput = (event: Event): void => this.#change(token, event);
    if (kind === 'text') return html`<input id=${name} .value=${value} @change=${onInput} />`;
    if (kind === 'number') return html`<input id=${name} type="number" .value=${value} @change=${onInput} />`;
    const most = kind === 'time' ? 1 : Math.max(2, 2 * parseFloat(fallback));
    return html`<input id=${name} type="range" min="0" max=${most} step=${most / 80} .value=${`${number}`} @input=${onInput} />`;
  }

  #renderReset({ name }: Token): TemplateResult | typeof nothing {
    const reset = (): void => {
      const { [name]: _, ...others } = this.changed;
      this.changed = others;
    };
    return this.changed[name] ? html`<button type="button" aria-label=${`Reset ${name}`} @click=${reset}>Reset</button>` : nothing;
  }

  #valueOf({ name, kind, fallback }: Token): string {
    const value = this.changed[name];
    if (!value) return fallback;
    if (kind !== 'color') return value.light!;
    const [light, dark] = THEMES.map((theme) => this.#colorOf(name, theme));
    return light === dark ? light! : `light-dark(${light}, ${dark})`;
  }

  /** A colour as it was changed, else as the survey of that theme has it. */
  #colorOf(name: string, theme: Theme): string {
    const changed = this.changed[name]?.[theme];
    if (changed) return changed;
    const root = this.renderRoot.querySelector(`.${theme} nps-survey`)?.shadowRoot;
    const fallback = this.tokens.find((token) => token.name === name)?.fallback;
    if (!root || !fallback) return '#000000';
    const probe = document.createElement('i');
    probe.style.color = fallback;
    root.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return hexOf(color);
  }

  async #read(): Promise<void> {
    const surveys = [...this.renderRoot.querySelectorAll<SurveyElement>('nps-survey, csat-survey')];
    await Promise.all(surveys.map(({ updateComplete }) => updateComplete));
    this.tokens = tokensOf(surveys);
    for (const survey of surveys) survey.shadowRoot!.querySelectorAll('input')[4]?.click();
  }

  #change({ name, kind }: Token, { target }: Event, theme?: Theme): void {
    const { value } = target as HTMLInputElement;
    const unit = { length: 'rem', time: 's', number: '', text: '', color: '' }[kind];
    this.note = '';
    this.changed = { ...this.changed, [name]: theme ? { ...this.changed[name], [theme]: value } : { light: value + unit, dark: value + unit } };
  }

  readonly #onShow = ({ currentTarget }: Event): void => {
    void (currentTarget as Element).parentElement!.querySelector<SurveyElement>('[placement=corner]')!.open();
  };

  readonly #onRestart = (): void => {
    this.changed = {};
  };

  readonly #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.css);
      this.note = 'Copied.';
    } catch {
      this.renderRoot.querySelector('textarea')!.select();
      this.note = 'The browser does not let this page copy. The CSS is selected: copy it by your keyboard.';
    }
  };
}

if (!customElements.get('token-editor')) customElements.define('token-editor', TokenEditor);
