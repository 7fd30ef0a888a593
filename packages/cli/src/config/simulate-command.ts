import { explainSentence } from '@askwell/triggers/sentences.js';
import { simulate, type Occasion } from '@askwell/triggers/simulate.js';
import { jsonPointer } from '@askwell/triggers';
import { en } from '@askwell/locales/trigger/en.js';

import type { Io } from '../io.js';
import { readArguments, wrong } from './arguments.js';
import { readJson } from './json-file.js';
import { personOf } from './person-of.js';
import { readConfig } from './read-config.js';

const HELP = `Usage: askwell simulate FILE --person PERSON [options]

A calendar of what a person sees, and of what was triggered and did not show.
PERSON is a JSON file:

  { "id": "u1", "traits": { "role": "admin" }, "device": "desktop", "lang": "en",
    "visits": [{ "day": 1, "every": 7, "hour": 9, "pages": ["/", "/app"],
      "seconds": 60, "events": [{ "event": "ticket_closed", "after": 20 }] }],
    "reaction": "answer" | "dismiss" | "later" | "ignore", or one by campaign,
    "score": 9 }

  --days N       default 90, at most 1000
  --start DAY    the first day; default today. ISO 8601
  --json         prints the calendar as JSON
  --help         this text
`;

/** `askwell simulate`. */
export async function simulateCommand(args: readonly string[], io: Io): Promise<number> {
  const { file, help, json, value } = readArguments(args, { person: { type: 'string' }, days: { type: 'string' }, start: { type: 'string' } });
  if (help) {
    io.stdout.write(HELP);
    return 0;
  }
  if (file === undefined) throw wrong('Which file? Give the path of an askwell.json.');
  const who = value('person');
  if (who === undefined) throw wrong('Who visits? Give --person, the path of a JSON file.');
  const days = Number(value('days') ?? 90);
  if (!(Number.isInteger(days) && days >= 1 && days <= 1000)) throw wrong(`--days is a whole number from 1 to 1000, not "${value('days')}".`);
  const start = Date.parse((value('start') ?? new Date().toISOString()).slice(0, 10));
  if (!Number.isFinite(start)) throw wrong(`--start is a day such as 2026-12-01, not "${value('start')}".`);
  const { config, faults } = await readConfig(file);
  for (const { path, campaign } of faults) io.stderr.write(`${campaign ? `"${campaign}" is off: it` : 'The configuration'} is broken at "${jsonPointer(path)}". See: askwell check ${file}\n`);
  const person = personOf(await readJson(who));
  let occasions: Occasion[];
  try {
    occasions = simulate(config, person, days, start);
  } catch (error) {
    if (error instanceof RangeError) throw wrong(error.message);
    throw error;
  }
  if (json) io.stdout.write(`${JSON.stringify(occasions.map(({ explain: _all, ...occasion }) => occasion), null, 2)}\n`);
  else io.stdout.write(calendar(occasions, days));
  return 0;
}

interface Line {
  first: Occasion;
  lastDay: number;
  times: number;
  text: string;
}

/** What keeps a campaign back for the same reason day after day is one line. */
function calendar(occasions: readonly Occasion[], days: number): string {
  const lines: Line[] = [];
  const latest = new Map<string, Line>();
  for (const occasion of occasions) {
    const { campaign, day, shown, ending, explain } = occasion;
    const text = shown ? `● ${campaign}: ${ending}` : `· ${campaign}: ${explainSentence(explain, en)}`;
    const before = latest.get(campaign);
    if (before && !shown && before.text === text) Object.assign(before, { lastDay: day, times: before.times + 1 });
    else {
      const line = { first: occasion, lastDay: day, times: 1, text };
      latest.set(campaign, line);
      lines.push(line);
    }
  }
  const written = lines.map(({ first: { day, at }, lastDay, times, text }) => {
    const until = times > 1 ? ` (${times} times, to day ${lastDay})` : '';
    return `day ${`${day}`.padStart(3)}  ${at.slice(0, 10)} ${at.slice(11, 16)}  ${text}${until}\n`;
  });
  const shown = occasions.filter((occasion) => occasion.shown).length;
  return `${written.join('')}${shown} prompt${shown === 1 ? '' : 's'} in ${days} days\n`;
}
