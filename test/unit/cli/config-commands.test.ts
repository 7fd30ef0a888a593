import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { file } from './files.js';
import { run } from './run.js';

const examples = fileURLToPath(new URL('../../../demo/data/askwell.json', import.meta.url));
const campaign = { id: 'c', survey: 'nps', on: [{ event: 'done' }], show: { as: 'corner' } };

describe('askwell check', () => {
  it('finds the examples sound', async () => {
    const { code, out } = await run('check', examples);
    expect(code).toBe(0);
    expect(out).toMatch(/0 errors, 1 warning\n$/);
  });

  it('names line and column of what is no JSON, of what is no configuration, and of what cannot be meant', async () => {
    const broken = file('{\n  "version": 1,\n  "campaigns": [,]\n}');
    expect(await run('check', broken)).toMatchObject({ code: 1, out: expect.stringContaining(`${broken}:3:17: error: This is no JSON`) });
    const wrong = file('{\n  "version": 1,\n  "campaigns": [\n    { "id": "c", "survey": "nps", "on": [{ "evnt": "x" }],\n      "delay": "5 days", "show": { "as": "corner" } }\n  ]\n}');
    const { code, out } = await run('check', wrong);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${wrong}:4:42: error: Expected one kind of trigger: event, page, click, visible, scroll or exit. (schema)`,
      `${wrong}:5:7: error: Expected a number and s, m, h or d, as 30s or 90d. (schema)`,
      '2 errors, 0 warnings',
      '',
    ]);
    const meant = file('{ "version": 1, "campaigns": [\n  { "id": "c", "survey": "nps", "on": [{ "page": true }],\n    "sample": { "percent": 0 }, "show": { "as": "corner" } }\n] }');
    expect(await run('check', meant)).toMatchObject({ code: 1, out: expect.stringContaining(`${meant}:3:5: error: Campaign "c" never shows: it asks 0 percent. (never-shows)`) });
  });

  it('says by its name what is missing, and what cannot be', async () => {
    const { show: _none, ...bare } = campaign;
    const said = async (value: unknown) => (await run('check', file(value), '--now', '2026-12-01')).out.split('\n').filter((line) => line.includes('(schema)')).map((line) => line.replace(/^.*?error: /, '').replace(' (schema)', ''));
    const one = (more: object) => said({ version: 1, campaigns: [{ ...campaign, ...more }] });
    expect(await said({})).toEqual(['"version" is missing: expected 1.', '"campaigns" is missing: expected array.']);
    expect(await said([])).toEqual(['The file: expected object, received array.']);
    expect(await said({ version: 1, campaigns: [bare, 5] })).toEqual(['"show" is missing: expected object.', '"campaigns/1": expected object, received number.']);
    expect(await one({ show: {} })).toEqual([expect.stringMatching(/^"as" is missing: expected one of "corner"/)]);
    expect(await one({ sample: {} })).toEqual(['"percent" is missing: expected number.']);
    expect(await one({ on: [{ event: 1 }] })).toEqual(['"event": expected string, received number.']);
    expect(await one({ if: { survey: 'x' } })).toEqual([expect.stringMatching(/^"was" is missing: expected one of "shown"/)]);
    expect(await one({ if: { event: 'x', within: 5 } })).toEqual(['"within": expected "session" or string.']);
  });

  it('refuses a file that is more than a page reads', async () => {
    const stars = (campaigns: number): string => JSON.stringify({ version: 1, campaigns: Array.from({ length: campaigns }, (_, index) => ({ ...campaign, id: `c${index}`, on: [{ page: `/${'*/'.repeat(100)}` }] })) });
    const says = 'it has more than 250,000 characters, or more than 2,000 asterisks.';
    expect(await run('check', file(stars(21)))).toMatchObject({ code: 1, out: expect.stringContaining(`:1:1: error: No page uses it: ${says} (too-large)`) as string });
    const escaped = file(stars(21).replaceAll('*', '\\u002a'));
    for (const command of [['explain', escaped], ['simulate', escaped, '--person', file({ visits: [{ day: 1 }] })]]) expect(await run(...command)).toMatchObject({ code: 2, err: expect.stringContaining(`is used by no page: ${says}`) as string });
    expect((await run('check', file(stars(20)))).out).not.toContain('too-large');
  });

  it('says of two triggers, or two conditions, in one object what to do', async () => {
    const both = { ...campaign, on: [{ event: 'done', exit: true }], if: { all: [{ url: '/a', device: ['phone'] }] } };
    const { out } = await run('check', file({ version: 1, campaigns: [both] }));
    expect(out).toContain('Only one of them can stand in one object: write "exit" as an object of its own.');
    expect(out).toContain('Only one of them can stand in one object: write "device" as an object of its own, joined by "all" or "any".');
    expect((await run('check', file({ version: 1, campaigns: [{ ...campaign, delai: '5s' }] }))).out).toContain('There is no "delai" here.');
  });

  it('says of a file that breaks off only where', async () => {
    const { code, out } = await run('check', file('{"version":1,"campaigns":[{"id":"c","on":[{"ev'));
    expect(code).toBe(1);
    expect(out).toMatch(/^\S+:1:44: error: This is no JSON: unexpected end of string\. \(json\)\n1 error, 0 warnings\n$/);
  });

  it('counts the places of sound campaigns as they stand in the file, and finds a survey that is not there', async () => {
    const mixed = file({ version: 1, campaigns: [{ ...campaign, id: 'a', x: 1 }, { ...campaign, id: 'b', survey: 'own' }, { ...campaign, sample: { percent: 0 } }] });
    const { findings } = JSON.parse((await run('check', mixed, '--json')).out) as { findings: { path: string; code: string }[] };
    expect(findings.map(({ path, code }) => `${code} ${path}`).sort()).toEqual(['never-shows /campaigns/2/sample', 'schema /campaigns/0/x', 'schema /campaigns/1/survey']);
  });

  it.each<[string, string[], string]>([
    ['no file', [], 'Which file'],
    ['two files', ['a', 'b'], 'One file'],
    ['a file that is not there', ['/nowhere.json'], 'cannot be read: ENOENT'],
    ['an option that there is not', [examples, '--strict'], '--strict'],
    ['a moment that is none', [examples, '--now', 'soon'], '--now'],
  ])('with %s says so and ends with 2', async (_name, args, message) => {
    expect(await run('check', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('askwell explain', () => {
  const context = file({ now: '2026-12-05T12:00:00Z', happened: { event: 'ticket_closed', props: { channel: 'chat', replies: 2 } }, consent: { functional: true }, history: { shows: [{ campaign: 'ticket-ces', survey: 'ces', at: '2026-11-25T12:00:00Z', ending: 'dismissed' }] } });

  it('says of each rule whether it passes, and until when it does not', async () => {
    const { code, out } = await run('explain', examples, '--context', context, '--campaign', 'ticket-ces');
    expect(code).toBe(0);
    expect(out).toMatch(/^✗ ticket-ces: It was shown, dismissed or answered too short a time ago/);
    expect(out).toMatch(/✓ trigger\n.*✓ if\n.*✓ sample\n.*✗ repeat/s);
    const [explain] = JSON.parse((await run('explain', examples, '--context', context, '--campaign', 'ticket-ces', '--json')).out) as { until: string }[];
    expect(explain).toMatchObject({ show: false, reason: 'repeat', until: '2026-12-25T12:00:00.000Z' });
  });

  it('lets one show at a time, and names what is broken', async () => {
    const config = file({ version: 1, campaigns: [{ ...campaign, on: [{ page: true }] }, { ...campaign, id: 'b', on: [{ page: true }] }, { ...campaign, id: 'x', y: 1 }] });
    const now = file({ happened: { page: true }, url: 'https://example.com/', history: {} });
    const explains = JSON.parse((await run('explain', config, '--context', now, '--json')).out) as { campaign: string; reason: string; path?: string }[];
    expect(explains.map(({ campaign: id, reason, path }) => [id, reason, path])).toEqual([['b', 'ok', undefined], ['c', 'turn', undefined], ['x', 'invalid', '/campaigns/2/y']].sort((a, b) => (a[0] === 'c' ? -1 : b[0] === 'c' ? 1 : 0)));
  });

  it('writes places as JSON pointers, in which "~" and "/" of a name are escaped', async () => {
    const config = file({ version: 1, surveys: { 'a/b~c': { kind: 'nps', x: 1 } }, campaigns: [{ ...campaign, 'y/z': 1 }] });
    const explains = JSON.parse((await run('explain', config, '--json')).out) as { campaign: string; path?: string }[];
    expect(explains.map(({ campaign: id, path }) => [id, path])).toEqual([['/surveys/a~1b~0c/x', '/surveys/a~1b~0c/x'], ['c', '/campaigns/0/y~1z']]);
    expect(await run('explain', file({ version: 1, campaigns: [], 'a/b': 1 }))).toMatchObject({ code: 2, err: expect.stringContaining('broken at "/a~1b"') });
    const { findings } = JSON.parse((await run('check', config, '--json')).out) as { findings: { path: string }[] };
    expect(findings.map(({ path }) => path)).toEqual(expect.arrayContaining(['/surveys/a~1b~0c/x', '/campaigns/0/y~1z']));
  });

  it.each<[string, unknown, string]>([
    ['a field that it cannot have', { user: 'x' }, 'The context has no "user"'],
    ['a moment that is none', { now: 'soon' }, 'broken at "/now": expected a moment such as 2026-11-25T12:00:00Z, not "soon"'],
    ['a list', [], 'The context is broken: expected an object, not []'],
    ['shows that are no list', { history: { shows: {} } }, 'broken at "/history/shows": expected a list, not {}'],
    ['a show without a moment', { history: { shows: [{ survey: 'nps' }] } }, 'broken at "/history/shows/0/at": expected a moment such as 2026-11-25T12:00:00Z, it is missing'],
    ['a show that ended as none can', { history: { shows: [{ survey: 'nps', at: 0, ending: 'closed' }] } }, 'broken at "/history/shows/0/ending": expected one of answered'],
    ['a field that a show cannot have', { history: { shows: [{ survey: 'nps', at: 0, ended: 0 }] } }, 'has no "ended" at "/history/shows/0"; it can have campaign, survey'],
    ['an event without a name', { history: { events: [{ at: 0 }] } }, 'broken at "/history/events/0/event"'],
    ['half a page', { session: { pages: 1.5 } }, 'broken at "/session/pages": expected a whole number from 0'],
    ['a device that there is not', { device: 'mobile' }, 'broken at "/device": expected one of phone, tablet, desktop, not "mobile"'],
    ['traits that are a text', { traits: 'admin' }, 'broken at "/traits": expected an object'],
    ['consent that is no answer', { consent: { 'a/b': 'yes' } }, 'broken at "/consent/a~1b": expected true or false'],
    ['a language that is none', { lang: 3 }, 'broken at "/lang"'],
    ['an address without a host', { url: '/app' }, 'broken at "/url"'],
    ['two things at once', { happened: { page: true, exit: true } }, 'broken at "/happened": expected one of event, page'],
    ['a moment that no date can be', { now: 1e20 }, 'broken at "/now"'],
  ])('refuses a context with %s', async (_name, value, message) => {
    expect(await run('explain', examples, '--context', file(value))).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('reads a history in any order as a page would know it: sorted, and with nothing of the future', async () => {
    const config = file({ version: 1, campaigns: [{ ...campaign, on: [{ page: true }], repeat: { dismissed: '10d', maxShows: 2 } }] });
    const show = { campaign: 'c', survey: 'nps', ending: 'dismissed' };
    const until = async (...moments: string[]) => {
      const at = file({ now: '2026-12-05T12:00:00Z', happened: { page: true }, history: { shows: moments.map((each) => ({ ...show, at: each })) } });
      return (JSON.parse((await run('explain', config, '--context', at, '--json')).out) as { until?: string }[])[0]!.until;
    };
    expect(await until('2099-01-01T00:00:00Z')).toBe('2026-12-15T12:00:00.000Z');
    const [early, late] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'];
    expect(await until(late, early)).toBe(await until(early, late));
  });

  it('refuses a campaign and a configuration that are not there', async () => {
    expect(await run('explain', examples, '--campaign', 'nope')).toMatchObject({ code: 2, err: expect.stringContaining('no campaign "nope"') });
    expect(await run('explain', file({ version: 3 }))).toMatchObject({ code: 2, err: expect.stringContaining('broken at "/version"') });
  });
});

describe('askwell simulate', () => {
  it('says which campaigns are broken, and goes on with the others', async () => {
    const config = file({ version: 1, campaigns: [{ ...campaign, on: [{ page: true }] }, { ...campaign, id: 'b', when: 1 }] });
    expect(await run('simulate', config, '--person', file({ visits: [{ day: 1 }] }))).toMatchObject({
      code: 0,
      out: expect.stringContaining('c: ignored') as string,
      err: expect.stringContaining('"b" is off: it is broken at "/campaigns/1/when". See: askwell check') as string,
    });
  });

  const person = file({ visits: [{ day: 1, every: 1, events: [{ event: 'done' }] }], reaction: 'dismiss' });
  const config = file({ version: 1, campaigns: [campaign] });

  it('writes a calendar, in which days alike are one line', async () => {
    const { code, out } = await run('simulate', config, '--person', person, '--days', '40', '--start', '2026-12-01');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'day   1  2026-12-01 09:00  ● c: dismissed',
      expect.stringMatching(/^day {3}2 {2}2026-12-02 09:00 {2}· c: It was shown.* \(30 times, to day 31\)$/),
      'day  32  2027-01-01 09:00  ● c: dismissed',
      expect.stringMatching(/^day {2}33 .*\(8 times, to day 40\)$/),
      '2 prompts in 40 days',
      '',
    ]);
    const occasions = JSON.parse((await run('simulate', config, '--person', person, '--json', '--start', '2026-12-01')).out) as { shown: boolean }[];
    expect(occasions.filter(({ shown }) => shown)).toHaveLength(3);
  });

  it.each<[string, unknown, string[], string]>([
    ['nobody', { reaction: 'answer' }, [], 'broken at "/visits": expected a list, it is missing'],
    ['a visit that has no day', { visits: [{}] }, [], 'broken at "/visits/0/day": expected a whole number from 1, it is missing'],
    ['what cannot happen', { visits: [{ day: 1, events: [{ evnt: 'x' }] }] }, [], 'broken at "/visits/0/events/0": expected one of event, click, visible, scroll, exit'],
    ['an unknown reaction', { visits: [], reaction: 'shout' }, [], 'not "shout"'],
    ['a typing error', { visits: [{ day: 1, page: '/' }] }, [], 'has no "page" at "/visits/0"; it can have day, every'],
    ['pages that are a text', { visits: [{ day: 1, pages: '/' }] }, [], 'broken at "/visits/0/pages": expected a list, not "/"'],
    ['a page that is no address', { visits: [{ day: 1, pages: ['http://'] }] }, [], 'broken at "/visits/0/pages/0"'],
    ['an hour that no day has', { visits: [{ day: 1, hour: 24 }] }, [], 'broken at "/visits/0/hour": expected a whole number from 0 to 23'],
    ['something that happens before the visit', { visits: [{ day: 1, events: [{ event: 'x', after: -1 }] }] }, [], 'broken at "/visits/0/events/0/after"'],
    ['a visit that is none', { visits: [null] }, [], 'broken at "/visits/0": expected an object, not null'],
    ['a trait that is a list', { traits: { role: ['a'] }, visits: [] }, [], 'broken at "/traits/role"'],
    ['no reaction at all', { visits: [], reaction: null }, [], 'broken at "/reaction"'],
    ['days without end', { visits: [] }, ['--days', '5000'], '--days'],
  ])('refuses %s', async (_name, value, args, message) => {
    expect(await run('simulate', config, '--person', file(value), ...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
