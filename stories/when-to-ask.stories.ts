import type { AskwellConfig, Campaign } from '@askwell/core';
import type { PastShow, TriggerContext } from '@askwell/triggers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { start, type Kit } from 'askwell/start.js';
import 'askwell/survey-inspector.js';
import { expect, waitFor } from 'storybook/test';
import { showElement } from './show-element.js';

const DAY = 24 * 3600 * 1000;
const now = Date.parse('2026-11-22T12:00:00Z');

/** Asks four times a year: administrators that were there for a month, a quarter of them. */
const quarterly: Campaign = {
  id: 'nps-quarterly',
  survey: 'nps',
  on: [{ page: ['/app/**'] }],
  if: { all: [{ trait: { role: { not: ['trial', 'guest'] } } }, { session: { number: { gte: 3 } } }] },
  repeat: { answered: '90d', dismissed: '30d', later: '7d', ignored: '14d', maxShows: 3 },
  schedule: { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' },
  show: { as: 'corner' },
};
const common: Omit<AskwellConfig, 'campaigns'> = { version: 1, budget: { minGap: '14d', max: 4, per: '90d', afterDismiss: '30d' }, consent: ['functional'] };

/** Somebody whom nothing keeps from being asked. */
const everyone: TriggerContext = {
  now,
  url: 'https://shop.example/app/orders',
  happened: { page: true },
  visitor: 'visitor-1',
  traits: { role: 'admin' },
  consent: { functional: true },
  device: 'desktop',
  lang: 'en',
  session: { number: 5, pages: 3, seconds: 40 },
  history: { shows: [], events: [] },
  disturbs: [],
};

/** A person who was shown a survey so many days ago. */
const shownBefore = (days: number, more: Partial<PastShow> = {}): Partial<TriggerContext> => ({
  history: { shows: [{ survey: 'nps', campaign: 'nps-quarterly', at: now - days * DAY, endedAt: now - days * DAY, ...more }], events: [] },
});

interface Args {
  /** What is otherwise than for {@link everyone}. */
  context: Partial<TriggerContext>;
  /** What is otherwise in the campaign. */
  campaign: Partial<Campaign>;
  theme: 'light' | 'dark' | 'page' | undefined;
}

const kits = new WeakMap<Element, Kit>();

/** A kit that decides for a made-up person at a made-up time, and opens nothing by itself. */
async function kitFor(canvas: Element, { context, campaign }: Args): Promise<Kit> {
  kits.get(canvas)?.stop();
  const kit = start({ config: { ...common, campaigns: [{ ...quarterly, ...campaign }] } });
  kits.set(canvas, kit);
  kit.pause();
  await kit.ready;
  const explain = kit.explain.bind(kit);
  return Object.assign(kit, { explain: (_: undefined, more?: Partial<TriggerContext>) => explain(undefined, { ...everyone, ...context, ...more }) });
}

const meta: Meta<Args> = {
  title: 'Delivery/When to ask',
  component: 'survey-inspector',
  args: { context: {}, campaign: {}, theme: undefined },
  argTypes: { context: { control: 'object' }, campaign: { control: 'object' } },
  render: (args, { canvasElement }) => {
    void kitFor(canvasElement, args).then((kit) => Object.assign(canvasElement.querySelector('survey-inspector') ?? {}, { kits: [kit] }));
    return showElement('survey-inspector', { theme: args.theme });
  },
};

export default meta;

/** A situation, and what the inspector says of it in English. */
function explained(sentence: RegExp, args: Partial<Args>): StoryObj<Args> {
  return {
    args,
    play: async ({ canvasElement, globals }) => {
      const root = canvasElement.querySelector('survey-inspector')!.shadowRoot!;
      const campaign = await waitFor(() => root.querySelector('details') ?? Promise.reject(new Error('There is no campaign')));
      campaign.open = true;
      if (globals.language === 'en') await waitFor(() => expect(campaign.querySelector('summary')!.textContent).toMatch(sentence));
    },
  };
}

export const ItShows = explained(/✓.*It shows/, {});

export const AnsweredAnotherSurveyFiveDaysAgo = explained(/asked enough for now.*Dec 1, 2026/, { context: shownBefore(5, { survey: 'csat', campaign: 'onboarding', ending: 'answered' }) });

export const AnsweredSixtyDaysAgo = explained(/answered too short a time ago.*Dec 22, 2026/, { context: shownBefore(60, { ending: 'answered', score: 9 }) });

export const DismissedTenDaysAgo = explained(/too short a time ago.*Dec 12, 2026/, { context: shownBefore(10, { ending: 'dismissed' }) });

export const OpenedTheFeedbackTabYesterday = explained(/✓.*It shows/, { context: shownBefore(1, { survey: 'feedback', campaign: 'feedback-tab', ending: 'answered', asked: true }) });

export const RoleIsNotKnown = explained(/is not known:.*role/, { context: { traits: {} } });

export const OnTrial = explained(/condition does not hold:.*trial/, { context: { traits: { role: 'trial' } } });

export const Typing = explained(/moment is wrong: somebody types/, { context: { disturbs: ['typing'] } });

export const AnotherPromptHasTheTurn = explained(/turn: ticket-ces/, { context: { open: 'ticket-ces' } });

export const ConsentIsNotKnown = explained(/not known yet: functional/, { context: { consent: {} } });

export const ConsentIsRefused = explained(/has refused.*functional/, { context: { consent: { functional: false } } });

export const OnAnotherPage = explained(/Nothing that it waits for/, { context: { url: 'https://shop.example/login' } });

export const BeforeItsTime = explained(/at another time.*Dec 1, 2026/, { campaign: { schedule: { from: '2026-12-01T12:00:00Z' } } });

export const NotDrawn = explained(/not among the 0 %/, { campaign: { sample: { percent: 0 } } });

export const NothingCanBeStored = explained(/nothing can be stored/, { context: { history: undefined } });

export const SwitchedOff = explained(/switched off/, { campaign: { enabled: false } });

export const Broken = explained(/broken at \/campaigns\/0\/show\/as/, { campaign: { show: { as: 'popup' } as never } });
