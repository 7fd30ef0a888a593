import type { ResponseRecord } from '@askwell/core';
import type { NpsSurvey } from '@askwell/surveys';
import 'askwell/nps-survey.js';

/** What the page has sent, in order. The network itself is the one part of the page that is replaced. */
export const sent: { url: string; record: ResponseRecord; init: RequestInit }[] = [];
/** What the developer was told. */
export const warnings: string[] = [];

let answer: () => Promise<Response> = () => Promise.resolve(Response.json({ ok: true }));

/** How the receiver answers from now on. */
export function receiver(answers: () => Promise<Response>): void {
  answer = answers;
}

const realFetch = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
  if (init?.method !== 'POST') return realFetch(input, init);
  sent.push({ url: String(input), record: JSON.parse(String(init.body)) as ResponseRecord, init });
  return answer();
};

const warn = console.warn.bind(console);
console.warn = (...parts: unknown[]) => {
  const line = parts.join(' ');
  if (line.startsWith('[askwell]')) warnings.push(line);
  else warn(...parts);
};

/** A survey as a page writes it. */
export async function ask(attributes: Record<string, string>): Promise<NpsSurvey> {
  const survey = document.createElement('nps-survey');
  survey.setAttribute('impressions', 'off');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  document.body.append(survey);
  await survey.updateComplete;
  return survey;
}

/** Chooses a score and submits it. */
export async function answerWith(survey: NpsSurvey, score: number, comment = ''): Promise<void> {
  survey.shadowRoot!.querySelectorAll('input')[score]!.click();
  await survey.updateComplete;
  if (comment) {
    const field = survey.shadowRoot!.querySelector('textarea')!;
    field.value = comment;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  await survey.submit();
}

/** The text by which a survey says what became of the answer. */
export const note = (survey: NpsSurvey): string => survey.shadowRoot!.querySelector('[part=status]')!.textContent;

/** Everything that the kit keeps on this device, as text. */
export async function stored(): Promise<string> {
  const databases = await indexedDB.databases();
  const rows = await Promise.all(
    databases.map(
      ({ name }) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open(name!);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const { result } = opening;
            result.onversionchange = () => result.close();
            if (!result.objectStoreNames.contains('kv')) {
              result.close();
              resolve('');
              return;
            }
            const all = result.transaction('kv').objectStore('kv').getAll();
            all.onsuccess = () => {
              result.close();
              resolve(JSON.stringify(all.result));
            };
          };
        }),
    ),
  );
  return JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + rows.join('');
}
