import { surveyFault, type AskwellConfig, type Budget, type Campaign, type Condition, type Repeat } from '@askwell/core';

import { MOST_REMEMBERED } from '../most-remembered.js';
import { parseDuration } from '../parse-duration.js';
import { REPEAT } from '../rest.js';
import { beyondMemory } from './beyond-memory.js';
import { contradictions } from './contradictions.js';
import type { Finding } from './finding.js';
import { foreignSpellings } from './foreign-spellings.js';
import { surveyFindings } from './survey-findings.js';

export interface CheckOptions {
  /** The moment that "over" means: milliseconds since 1970. */
  now: number;
}

type Way = (string | number)[];

/**
 * Looks for what a configuration cannot mean: campaigns that can never show or never get their turn, conditions that
 * exclude one another, steps that nobody sees, languages that are missing. The configuration is one that `guardConfig`
 * gives; of surveys that are broken nothing is said. No findings are no proof that all is well.
 */
export function checkConfig(config: AskwellConfig, { now }: CheckOptions): Finding[] {
  const { campaigns, surveys = {}, budget = {} } = config;
  const findings: Finding[] = [];
  const note = (path: Way, severity: Finding['severity'], code: Finding['code'], message: string): void => void findings.push({ path, severity, code, message });

  if ((budget.max === undefined) !== (budget.per === undefined)) note(['budget'], 'warning', 'half-a-budget', '"max" and "per" belong together: at most so many prompts in so long a time.');
  for (const [index, campaign] of campaigns.entries()) {
    const path = ['campaigns', index];
    findings.push(...neverShows(campaign, path, now));
    if (budget.max === 0 && campaign.budget !== 'ignore' && campaign.on) note(['budget', 'max'], 'error', 'never-shows', `Campaign "${campaign.id}" never shows: at most 0 prompts are allowed.`);
    if (campaign.if) for (const way of contradictions(campaign.if, [...path, 'if'])) note(way, 'error', 'contradiction', `Campaign "${campaign.id}" never shows: this contradicts another of its conditions.`);
    for (const { path: way, why } of foreignSpellings(campaign, path)) note(way, 'error', 'misspelt-address', `${why}.`);
    if (campaign.if) for (const way of beyondMemory(campaign.if, [...path, 'if'])) note(way, 'warning', 'beyond-memory', `A device remembers the last ${MOST_REMEMBERED} of an event: it counts no further, so more than that never comes to be.`);
    const { as, anchor } = campaign.show;
    if ((as === 'anchor' || as === 'inline') && !anchor) note([...path, 'show'], 'error', 'no-anchor', `What is shown as "${as}" needs the field "anchor": the CSS selector of what it stands ${as === 'anchor' ? 'beside' : 'in'}.`);
    if (as === 'modal' && campaign.on?.some((trigger) => 'exit' in trigger)) note([...path, 'show', 'as'], 'warning', 'unkind', 'A modal holds whoever is leaving; a corner asks as well.');
    const by = starvedBy(campaign, campaigns, config);
    if (by) note(path, 'error', 'starved', `Campaign "${campaign.id}" never gets its turn: "${by.id}" waits for the same, goes first, and is back before the pause of the budget is over. Give this one a higher priority, or let the other rest for longer.`);
  }
  for (const [id, survey] of Object.entries(surveys)) {
    const users = campaigns.filter((campaign) => campaign.survey === id);
    if (surveyFault(survey)) continue;
    if (!users.length) note(['surveys', id], 'warning', 'unused-survey', `No campaign shows the survey "${id}".`);
    const wanted = users.flatMap((campaign) => (campaign.if ? languagesIn(campaign.if) : []));
    findings.push(...surveyFindings(survey, ['surveys', id], [...new Set(wanted)]));
  }
  return findings;
}

/** Without what a machine adds in the last places. */
const rounded = (value: number): number => Number(value.toPrecision(6));

function neverShows({ id, schedule = {}, quota, sample, repeat, on, show }: Campaign, path: Way, now: number): Finding[] {
  const findings: Finding[] = [];
  const never = (where: string, why: string): void => void findings.push({ path: [...path, where], severity: 'error', code: 'never-shows', message: `Campaign "${id}" never shows: ${why}.` });
  const { from, until } = schedule;
  for (const [name, text] of Object.entries({ from, until })) {
    // Some engines count on into March.
    if (text && new Date(text.slice(0, 10)).getUTCDate() !== Number(text.slice(8, 10))) findings.push({ path: [...path, 'schedule', name], severity: 'error', code: 'no-such-moment', message: `There is no ${text.slice(0, 10)}.` });
  }
  if (from && until && Date.parse(from) >= Date.parse(until)) never('schedule', 'it ends before it begins');
  else if (until && Date.parse(until) <= now) never('schedule', `it was over on ${until}`);
  if (quota && (quota.used ?? 0) >= quota.responses) never('quota', 'it has all the answers that it asks for');
  if (sample?.percent === 0) never('sample', 'it asks 0 percent');
  else if (sample && sample.percent < 1) findings.push({ path: [...path, 'sample', 'percent'], severity: 'warning', code: 'small-share', message: `${sample.percent} percent are ${rounded(sample.percent * 10)} of 1,000 people; for ${rounded(sample.percent * 100)} percent write ${rounded(sample.percent * 100)}.` });
  if (repeat?.maxShows === 0) never('repeat', 'it may be shown 0 times');
  if (!on && show.as !== 'tab' && show.as !== 'inline') findings.push({ path, severity: 'warning', code: 'never-shows', message: `Campaign "${id}" has no "on": it opens only where the page calls kit.open("${id}").` });
  if (!on && show.as === 'inline') never('on', 'an inline survey needs something to begin with, such as {"page": true}');
  return findings;
}

const RESTS = ['answered', 'dismissed', 'later', 'ignored'] as const satisfies (keyof Repeat)[];

/** A visit ends after so long without a page or an event, and what waits in it is lost. */
const VISIT_MS = 30 * 60_000;

/** How long nobody is asked anything after any prompt. */
const pauseOf = ({ minGap = '0s', max, per }: Budget): number => Math.max(parseDuration(minGap), max === 1 ? parseDuration(per ?? 'never') : 0);

/**
 * A campaign that always comes first, for the same triggers, and is back whenever the budget allows a prompt. Without
 * such a pause nobody starves: one that waits shows once the prompt of the other is closed.
 */
function starvedBy(campaign: Campaign, campaigns: readonly Campaign[], { budget = {} }: AskwellConfig): Campaign | undefined {
  const { on } = campaign;
  const pause = campaign.budget === 'ignore' ? 0 : pauseOf(budget);
  if (!on || campaign.enabled === false || pause < VISIT_MS) return undefined;
  return campaigns.find((other) => {
    if (other === campaign || !other.on || other.enabled === false) return false;
    const first = (other.priority ?? 0) > (campaign.priority ?? 0) || ((other.priority ?? 0) === (campaign.priority ?? 0) && other.id < campaign.id);
    const waits = new Set(other.on.map((trigger) => JSON.stringify(trigger)));
    const everyTrigger = on.every((trigger) => waits.has(JSON.stringify(trigger)) || ('page' in trigger && waits.has('{"page":true}')));
    const free = !other.if && !other.sample && !other.schedule && !other.quota && !other.consent;
    const soon = parseDuration(other.delay ?? '0s') <= parseDuration(campaign.delay ?? '0s');
    const { maxShows, ...rests } = { ...REPEAT, ...other.repeat };
    const again = RESTS.every((name) => parseDuration(rests[name]) <= pause) && (maxShows > 0 || rests.answered === '0s');
    return first && everyTrigger && free && soon && again;
  });
}

/** The languages that a condition allows. */
function languagesIn(condition: Condition): string[] {
  if ('lang' in condition) return condition.lang;
  if ('all' in condition) return condition.all.flatMap(languagesIn);
  return 'any' in condition ? condition.any.flatMap(languagesIn) : [];
}
