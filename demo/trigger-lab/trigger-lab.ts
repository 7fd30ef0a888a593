import 'askwell/ces-survey.js';
import 'askwell/csat-survey.js';
import 'askwell/feedback-prompt.js';
import 'askwell/nps-survey.js';
import 'askwell/survey-form.js';
import type { AskwellConfig } from '@askwell/core';
import { simulate, type Reaction } from '@askwell/triggers/simulate.js';

import examples from '../data/askwell.json?raw';
import { editor } from './editor.js';
import { read } from './findings.js';
import { firstDay, personas } from './personas.js';
import { timeline } from './timeline.js';

const DAYS = 90;
const QUIET_MS = 300;
const TAGS = { nps: 'nps-survey', csat: 'csat-survey', ces: 'ces-survey', feedback: 'feedback-prompt', form: 'survey-form' } as const;

const find = <T extends HTMLElement>(id: string): T => document.querySelector<T>(`#${id}`)!;
const [person, reaction, campaign] = ['person', 'reaction', 'campaign'].map((id) => find<HTMLSelectElement>(id)) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];

/** The last file that could be used. */
let config: AskwellConfig | undefined;
let waiting: ReturnType<typeof setTimeout>;

for (const [index, { name }] of personas.entries()) person.append(new Option(name, `${index}`));

const file = editor(find('editor'), examples, () => {
  clearTimeout(waiting);
  waiting = setTimeout(update, QUIET_MS);
});

function update(): void {
  const { config: usable, findings } = read(file.text, firstDay);
  if (usable) config = usable;
  find('stale').textContent = usable ? '' : 'The file cannot be used as it stands: this is what the last sound one does.';
  find('findings').replaceChildren(
    ...findings.map(({ message, offset }) => {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: message, onclick: () => file.goTo(offset) });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  if (!findings.length) find('findings').append('Nothing that can be seen from here.');
  const chosen = campaign.value;
  campaign.replaceChildren(...(config?.campaigns ?? []).map(({ id }) => new Option(id, id)));
  if ([...campaign.options].some(({ value }) => value === chosen)) campaign.value = chosen;
  play();
  preview();
}

function play(): void {
  const { story, person: visitor } = personas[Number(person.value)]!;
  find('who').textContent = story;
  if (!config) return;
  const occasions = simulate(config, { ...visitor, reaction: reaction.value as Reaction }, DAYS, firstDay);
  find('timeline').replaceChildren(...timeline(occasions, config.campaigns.map(({ id }) => id), DAYS));
}

/** The survey of the chosen campaign, which sends nothing; `standing` where the campaign puts it. */
function preview(standing = false): void {
  const chosen = config?.campaigns.find(({ id }) => id === campaign.value);
  const box = find('preview');
  box.replaceChildren();
  if (!config || !chosen) return;
  const definition = config.surveys?.[chosen.survey];
  const survey = document.createElement(TAGS[definition?.kind ?? (chosen.survey as keyof typeof TAGS)]);
  const { as, at, anchor } = chosen.show;
  Object.assign(survey, { preview: true, definition, ...(standing && as !== 'inline' && { placement: as, at, anchor: as === 'anchor' ? (anchor ?? '#show') : undefined }) });
  box.append(survey);
  if (standing && as !== 'tab' && as !== 'inline') void survey.open();
  survey.addEventListener('askwell-dismiss', () => preview());
}

function say(text: string): void {
  find('done').textContent = text;
}

person.addEventListener('change', play);
reaction.addEventListener('change', play);
campaign.addEventListener('change', () => preview());
find('show').addEventListener('click', () => preview(true));
find('reset').addEventListener('click', () => {
  file.text = examples;
  say('As it was.');
});
find('copy').addEventListener('click', () => {
  navigator.clipboard.writeText(file.text).then(
    () => say('Copied.'),
    () => say('The browser does not let this page copy: use Download.'),
  );
});
find('download').addEventListener('click', () => {
  const link = document.createElement('a');
  Object.assign(link, { href: URL.createObjectURL(new Blob([file.text], { type: 'application/json' })), download: 'askwell.json' });
  link.click();
  URL.revokeObjectURL(link.href);
  say('askwell.json is saved.');
});

update();
