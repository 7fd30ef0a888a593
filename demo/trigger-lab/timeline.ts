import { en } from '@askwell/locales/trigger/en.js';
import { explainSentence } from '@askwell/triggers/sentences.js';
import type { Occasion } from '@askwell/triggers/simulate.js';

const MARKS = 6;

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, more: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...children);
  return made;
}

const at = (day: number, days: number): string => `${((day - 0.5) / days) * 100}%`;
const sentence = ({ shown, ending, explain }: Occasion): string => (shown ? `shown, ${ending}` : explainSentence(explain, en));

/** A row for each campaign: a circle where a prompt shows, a dot where one was triggered and did not. The same as a table below. */
export function timeline(occasions: readonly Occasion[], campaigns: readonly string[], days: number): HTMLElement[] {
  const rows = campaigns.map((id) => {
    const track = element('div', { className: 'track' });
    track.setAttribute('aria-hidden', 'true');
    const own = occasions.filter(({ campaign }) => campaign === id);
    for (const occasion of own) {
      const mark = element('span', { className: occasion.shown ? 'shown' : 'refused', title: `Day ${occasion.day}: ${sentence(occasion)}` });
      mark.style.insetInlineStart = at(occasion.day, days);
      track.append(mark);
    }
    const shown = own.filter((occasion) => occasion.shown).length;
    return element('div', { className: 'row' }, element('span', {}, `${id}: ${shown}`), track);
  });
  const scale = element('div', { className: 'track' });
  for (let index = 0; index < MARKS; index++) {
    const day = Math.round((index * days) / MARKS) + 1;
    const mark = element('span', {}, `${day}`);
    mark.style.insetInlineStart = at(day, days);
    scale.append(mark);
  }
  const axis = element('div', { className: 'row days' }, element('span', {}, 'Day'), scale);
  axis.setAttribute('aria-hidden', 'true');
  const body = element('tbody');
  // What keeps a campaign back for the same reason day after day is said once.
  const last = new Map<string, string>();
  for (const occasion of occasions) {
    const { campaign, day } = occasion;
    const said = sentence(occasion);
    if (!occasion.shown && last.get(campaign) === said) continue;
    last.set(campaign, said);
    body.append(element('tr', {}, element('td', {}, `${day}`), element('td', {}, campaign), element('td', {}, said)));
  }
  const head = element('thead', {}, element('tr', {}, ...['Day', 'Campaign', 'What happens'].map((text) => element('th', { scope: 'col' }, text))));
  const box = element('div', { className: 'calendar', tabIndex: 0 }, element('table', {}, head, body));
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'Calendar');
  const total = occasions.filter(({ shown }) => shown).length;
  return [element('p', {}, `${total} prompt${total === 1 ? '' : 's'} in ${days} days.`), ...rows, axis, box];
}
