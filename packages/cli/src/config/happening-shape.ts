import { anything, fields, kindOf, namesOf, number, one, text, type Shape } from './shape.js';

const yes = one('true', (value) => value === true);

/** What can happen on a page, by its kind; `more` are the fields that each can have beside. */
export function happeningShape(more: Readonly<Record<string, Shape>> = {}, without: readonly string[] = []): Shape {
  const kinds = {
    event: { event: text, props: namesOf(anything) },
    page: { page: yes },
    click: { click: text },
    visible: { visible: text, ratio: number(0, 1) },
    scroll: { scroll: number(0, 100) },
    exit: { exit: yes },
  };
  return kindOf(Object.fromEntries(Object.entries(kinds).flatMap(([kind, own]) => (without.includes(kind) ? [] : [[kind, fields({ ...own, ...more })]]))));
}
