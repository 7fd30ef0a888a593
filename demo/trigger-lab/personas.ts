import type { Person } from '@askwell/triggers/simulate.js';

/** Somebody to try a configuration on. */
export interface Persona {
  name: string;
  /** What they do, in a sentence. */
  story: string;
  person: Person;
}

const START = Date.parse('2026-12-01T00:00:00Z');
/** A date so many days before the first. */
const before = (days: number): string => new Date(START - days * 86_400_000).toISOString();
const consent = { functional: true };

export const firstDay = START;

export const personas: Persona[] = [
  {
    name: 'Noor, an administrator since a year',
    story: 'Works in the app each weekday, exports reports, and closes a ticket by chat every second week.',
    person: {
      id: 'noor-a',
      traits: { role: 'admin', accountCreatedAt: before(365) },
      flags: { 'new-export': true },
      consent,
      visits: [
        { day: 1, every: 1, pages: ['/app', '/app/reports'], seconds: 60, events: [{ event: 'export_done', after: 20 }, { visible: '[data-tour=export]', after: 70 }] },
        { day: 5, every: 14, hour: 14, pages: ['/app/help'], events: [{ event: 'ticket_closed', props: { channel: 'chat', replies: 3 }, after: 10 }] },
      ],
    },
  },
  {
    name: 'Jonas, on his first day',
    story: 'Signs up on day 1, completes the onboarding on day 2, comes every third day after that, on a phone.',
    person: {
      id: 'jonas',
      traits: { role: 'member', accountCreatedAt: before(0) },
      flags: {},
      consent,
      device: 'phone',
      lang: 'de',
      visits: [
        { day: 1, pages: ['/signup', '/app'] },
        { day: 2, pages: ['/app'], events: [{ event: 'onboarding_completed', after: 15 }] },
        { day: 5, every: 3, pages: ['/app', '/app/editor/1'], seconds: 90 },
      ],
    },
  },
  {
    name: 'Mai, on trial',
    story: 'Looks at the prices on several days; nobody knows yet whether she agrees that anything is kept.',
    person: { id: 'mai', traits: { role: 'trial', accountCreatedAt: before(3) }, flags: {}, visits: [{ day: 1, every: 2, pages: ['/pricing'], seconds: 120, events: [{ exit: true, after: 100 }] }] },
  },
  {
    name: 'A visitor who is known for nothing',
    story: 'Agrees, reads the start page once a week, and the page says nothing of them.',
    person: { consent, visits: [{ day: 1, every: 7, pages: ['/', '/pricing'], seconds: 45 }] },
  },
];
