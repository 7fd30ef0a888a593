import { type LocaleController } from '@askwell/base';
import type { InspectorTexts } from '@askwell/locales';
import type { Explain } from '@askwell/triggers';
import { explainSentence, ruleSentence } from '@askwell/triggers/sentences.js';
import { html, nothing, type TemplateResult } from 'lit';

import type { Kit } from '../start/kit.js';
import { showTime } from './format.js';

const MARKS = { pass: '✓', fail: '✗', unknown: '?' };

/** What the pane needs beside the kits. */
export interface CampaignsSetup {
  localize: LocaleController<InspectorTexts>;
  kits: readonly Kit[];
  /** The moment that is asked about, milliseconds since 1970; none for now. */
  moment: number | undefined;
  /** What was decided while the inspector was open, the latest first. */
  decided: readonly Explain[];
  choose: (moment: number | undefined) => void;
  show: (kit: Kit, campaign: string) => void;
}

/** Why each campaign would show now, or at another moment, and what was decided lately. */
export function campaignsPane({ localize: { texts, locale }, kits, moment, decided, choose, show }: CampaignsSetup): TemplateResult {
  const onMoment = ({ currentTarget }: Event): void => {
    const chosen = (currentTarget as HTMLInputElement).valueAsNumber;
    // The field knows no time zone: it means the clock of this device.
    choose(Number.isFinite(chosen) ? chosen + new Date(chosen).getTimezoneOffset() * 60_000 : undefined);
  };
  const campaigns = kits.flatMap((kit) => kit.explain(undefined, moment === undefined ? {} : { now: moment }).map((explain) => ({ kit, explain })));
  return html`<div part="pane">
    <h3>${texts.campaigns}</h3>
    <p><label>${texts.clock} <input id="moment" type="datetime-local" @change=${onMoment} /></label></p>
    ${kits.map(({ fault }) => fault && html`<p part="notice">${fault}</p>`)}
    ${campaigns.length ? nothing : html`<p>${texts.noCampaigns}</p>`}
    ${campaigns.map(
      ({ kit, explain }) => html`<details part="campaign">
        <summary>${explain.show ? MARKS.pass : MARKS.fail} <bdi>${explain.campaign}</bdi>: ${explainSentence(explain, texts, locale)}</summary>
        <ul>
          ${explain.rules.map((rule) => html`<li><code dir="ltr">${MARKS[rule.status]} ${rule.rule}</code> ${ruleSentence(rule, texts, locale)}</li>`)}
        </ul>
        ${explain.reason === 'invalid' ? nothing : html`<button @click=${() => show(kit, explain.campaign)}>${texts.showAnyway}</button>`}
      </details>`,
    )}
    ${decided.length
      ? html`<ol part="decisions" aria-label=${texts.decisions}>
          ${decided.map((explain) => html`<li>${showTime(locale, Date.parse(explain.at))} <bdi>${explain.campaign}</bdi>: ${explainSentence(explain, texts, locale)}</li>`)}
        </ol>`
      : html`<p>${texts.noDecisions}</p>`}
  </div>`;
}
