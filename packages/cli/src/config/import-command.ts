import { importSurveys, ORIGINS, type Origin } from '../import/import-surveys.js';
import type { Io } from '../io.js';
import { readArguments, wrong } from './arguments.js';
import { readJson, writeText } from './json-file.js';

const HELP = `Usage: askwell import FILE [options]

Makes an askwell.json of surveys from PostHog, Formbricks, SurveyJS or
MicroSurveys (one as JSON, a list, or what their API answers). The report of what
is not the same any more goes to the error stream. A campaign that lost a
condition is switched off.

  --from ORIGIN   posthog, formbricks, surveyjs or microsurveys; default: told
                  by its looks
  --out FILE      instead of the output stream
  --json          prints configuration and report as JSON
  --help          this text
`;

/** `askwell import`. */
export async function importCommand(args: readonly string[], io: Io): Promise<number> {
  const { file, help, json, value } = readArguments(args, { from: { type: 'string' }, out: { type: 'string' } });
  if (help) {
    io.stdout.write(HELP);
    return 0;
  }
  if (file === undefined) throw wrong('Which file? Give the path of the surveys as JSON.');
  const from = value('from');
  if (from !== undefined && !ORIGINS.includes(from as Origin)) throw wrong(`--from is ${ORIGINS.join(', ')}, not "${from}".`);
  const { config, notes } = importSurveys(await readJson(file), from as Origin | undefined);
  const text = `${JSON.stringify(json ? { config, notes } : config, null, 2)}\n`;
  const out = value('out');
  if (out === undefined) io.stdout.write(text);
  else await writeText(out, text);
  if (!json) {
    for (const { at, what, reason } of notes) io.stderr.write(`${what.padEnd(8)}${at}: ${reason}\n`);
    const off = config.campaigns.filter(({ enabled }) => enabled === false).length;
    io.stderr.write(`${config.campaigns.length} campaign${config.campaigns.length === 1 ? '' : 's'}, ${off} of them off; ${notes.length} note${notes.length === 1 ? '' : 's'}\n`);
  }
  return 0;
}
