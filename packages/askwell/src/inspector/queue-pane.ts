import { fill, type LocaleController } from '@askwell/base';
import type { DeadLetter } from '@askwell/client';
import { KEEP } from '@askwell/client/stored-endpoints.js';
import type { InspectorTexts } from '@askwell/locales';
import { html, nothing, type TemplateResult } from 'lit';

import { showAge, showBytes, showMoment, showTime } from './format.js';
import type { LogEntry, WatchedQueue } from './queue-watcher.js';

/** What the buttons of the pane ask for. */
export type QueueAct = 'try' | 'retry' | 'json' | 'csv' | 'erase';

/** What the pane needs beside the queues. */
export interface PaneSetup {
  localize: LocaleController<InspectorTexts>;
  /** When the queues were read; ages are as of then. */
  readAt: number;
  /** The queue whose erasing waits for the second press. */
  erasing: WatchedQueue | undefined;
  act: (act: QueueAct, queue: WatchedQueue, id?: string) => void;
  /** The second press did not come. */
  spare: () => void;
}

const WHY: { [reason: string]: keyof InspectorTexts } = {
  network: 'whyNetwork',
  endpoint: 'whyEndpoint',
  config: 'whyConfig',
  suspect: 'whySuspect',
  redirect: 'whyRedirect',
  busy: 'whyBusy',
};

/** One endpoint: how much waits and for what, its dead letters, and what its client tells. */
export function queueSection(setup: PaneSetup, queue: WatchedQueue, index: number): TemplateResult {
  const { texts } = setup.localize;
  const { endpoint, client, dead, log } = queue;
  const heading = `queue-${index}`;
  return html`<section part="endpoint" aria-labelledby=${heading}>
    <h4 id=${heading} tabindex="-1"><code dir="ltr">${endpoint}</code></h4>
    ${client ? nothing : html`<p part="notice">${texts.refused}</p>`}
    ${facts(setup, queue)}
    ${client
      ? html`${buttons(setup, queue)} ${dead.length ? deadLetters(setup, queue) : html`<p>${texts.noDeadLetters}</p>`}
        ${log.length ? events(setup, log) : html`<p>${texts.noEvents}</p>`}`
      : nothing}
  </section>`;
}

function facts({ localize: { texts, locale }, readAt }: PaneSetup, queue: WatchedQueue): TemplateResult {
  const { client, pending, gate, inbox } = queue;
  const rows: [label: string, value: unknown][] = [[texts.waiting, client ? pending.length : inbox]];
  const [oldest] = pending;
  if (oldest) {
    const bytes = pending.reduce((sum, item) => sum + item.bytes, 0);
    const time = html`<time datetime=${new Date(oldest.at).toISOString()}>${showAge(locale, readAt - oldest.at)}</time>`;
    const next = gate
      ? fill(texts.nextAt, { time: showMoment(locale, gate.at + gate.waitMs!, gate.at), why: texts[WHY[gate.reason!] ?? 'whyEndpoint'] })
      : texts.nextUnknown;
    rows.push(
      [texts.size, showBytes(locale, bytes)],
      [texts.oldest, time],
      [texts.attempts, Math.max(...pending.map(({ attempts }) => attempts))],
      [texts.next, html`<span part="gate">${next}</span>`],
    );
  }
  return html`<dl part="facts">
    ${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function buttons({ localize: { texts }, erasing, act, spare }: PaneSetup, queue: WatchedQueue): TemplateResult {
  const { pending, dead } = queue;
  const sure = erasing === queue;
  const press = (name: QueueAct) => () => act(name, queue);
  return html`<div part="buttons">
    <button data-act="try" ?disabled=${!pending.length} @click=${press('try')}>${texts.tryNow}</button>
    <button data-act="retry" ?disabled=${!dead.length} @click=${press('retry')}>${texts.sendAllAgain}</button>
    <button data-act="json" ?disabled=${!dead.length} @click=${press('json')}>${texts.downloadJson}</button>
    <button data-act="csv" ?disabled=${!dead.length} @click=${press('csv')}>${texts.downloadCsv}</button>
    <button
      data-act="erase"
      class=${sure ? 'sure' : ''}
      ?disabled=${!pending.length && !dead.length}
      @click=${press('erase')}
      @blur=${spare}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && spare()}
    >${sure ? texts.eraseConfirm : texts.erase}</button>
  </div>`;
}

function deadLetters({ localize: { texts, locale }, act, readAt }: PaneSetup, queue: WatchedQueue): TemplateResult {
  const heads = [texts.response, texts.survey, texts.reason, texts.status, texts.keptUntil, texts.action];
  const rows = queue.dead.map((letter) => [
    html`<code class="id" dir="ltr">${letter.id}.${letter.revision}</code>`,
    html`<bdi>${surveyOf(letter)}</bdi>`,
    texts[letter.reason],
    letter.status || texts.nothing,
    showMoment(locale, letter.deadAt + KEEP, readAt),
    html`<button aria-label="${texts.sendAgain}: ${letter.id}" @click=${() => act('retry', queue, letter.id)}>${texts.sendAgain}</button>`,
  ]);
  return table('dead', texts.deadLetters, heads, rows);
}

function events({ localize: { texts, locale } }: PaneSetup, log: readonly LogEntry[]): TemplateResult {
  const heads = [texts.time, texts.event, texts.response, texts.reason, texts.status];
  const rows = log.map(({ at, type, id, revision, reason, status }) => [
    showTime(locale, at),
    html`<code dir="ltr">${type}</code>`,
    id ? html`<code class="id" dir="ltr">${id}.${revision}</code>` : '',
    reason ? html`<code dir="ltr">${reason}</code>` : '',
    status || '',
  ]);
  return table('log', texts.events, heads, rows);
}

/** It may be wider and longer than its place, so it scrolls, and can be focused for that. */
function table(part: string, caption: string, heads: readonly string[], rows: readonly unknown[][]): TemplateResult {
  return html`<div part="table ${part}" role="group" aria-label=${caption} tabindex="0">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(([head, ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** The one thing in the body that may show: which survey it is. */
function surveyOf({ body }: DeadLetter): string {
  try {
    const { survey } = Object(JSON.parse(body)) as { survey?: unknown };
    return typeof survey === 'string' ? survey : '';
  } catch {
    return '';
  }
}
