import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { importSurveys } from '@askwell/cli/import.js';
import { surveyFault } from '@askwell/core';
import { guardConfig } from '@askwell/triggers';
import { afterAll, describe, expect, it } from 'vitest';

import { peerSurvey, unread } from './peer-survey.js';
import { play } from './play.js';
import type { TriggerCase } from './trigger-case.js';

const chosen = process.env.ASKWELL_TRIGGER_CASES;
const file = chosen ? resolve(chosen) : fileURLToPath(new URL('./trigger-cases.json', import.meta.url));
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: TriggerCase[] };
const expressible = cases.filter(({ ours }) => ours.shown !== 'n/a');
const departures = expressible.filter(({ ours, shown }) => ours.shown !== shown);
const others = cases.filter(({ ours }) => ours.shown === 'n/a');

describe(`the trigger cases of ${file}`, () => {
  it('hold at least one case that can be run', () => {
    expect(expressible.length).toBeGreaterThan(0);
  });

  it.each(expressible)('$id: $group, $ours.shown', (one) => {
    const { origin, survey } = peerSurvey(one);
    const { config } = importSurveys([survey], origin);
    expect(guardConfig(config, surveyFault).faults).toEqual([]);
    expect(play(one, config.campaigns[0]!, config)).toBe(one.ours.shown);
  });

  afterAll(() => {
    if (unread.size) console.log(`The harness makes no use of: ${[...unread].join(', ')}`);
  });

  it('say why, where Askwell departs from the peer', () => {
    expect(departures.filter(({ ours }) => !ours.why).map(({ id }) => id)).toEqual([]);
  });
});

const lines = (title: string, list: readonly TriggerCase[]): string =>
  `${list.length} ${title}\n${styleText('dim', list.map(({ id, ours }) => `  ${id}: ${ours.why ?? 'not said'}`).join('\n'), { stream: process.stdout })}`;
console.log(`${lines('cases end otherwise than with the peer', departures)}\n${lines('cases cannot be said in askwell.json', others)}`);
