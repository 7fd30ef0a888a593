import { surveyFault } from '@askwell/core';
import { guardConfig, jsonPointer, textFault } from '@askwell/triggers';
import { checkConfig } from '@askwell/triggers/check.js';

import type { Io } from '../io.js';
import { readArguments, wrong } from './arguments.js';
import { parseJson, readText, type Place } from './json-file.js';
import { schemaFindings } from './schema-findings.js';

const HELP = `Usage: askwell check FILE [options]

Checks askwell.json: whether it is one (JSON Schema), and whether it can mean
what it says: campaigns that never show or never get their turn, conditions that
exclude one another, steps that nobody sees, languages that are missing. Each
finding has its line and column. Exit code: 0 no errors, 1 errors, 2 wrong usage.

  --now MOMENT   that "over" means; default: now. ISO 8601
  --json         prints the findings as JSON
  --help         this text
`;

/** One finding, as \`--json\` prints it. */
export interface CheckFinding extends Place {
  severity: 'error' | 'warning';
  code: string;
  /** JSON pointer. */
  path: string;
  message: string;
}

/** Everything that is wrong with the text of a configuration, in the order of its lines. */
export function checkText(text: string, now: number): CheckFinding[] {
  const file = parseJson(text);
  if (file.errors.length) return file.errors.map(({ line, column, message }) => ({ line, column, severity: 'error', code: 'json', path: '', message }));
  const large = textFault(text);
  if (large) return [{ ...file.placeOf([]), severity: 'error', code: 'too-large', path: '', message: `No page uses it: ${large}.` }];
  const schema = schemaFindings(file.value);
  // What campaigns mean can be asked of those that are sound.
  const { config, faults } = guardConfig(file.value, surveyFault);
  // Zod compares campaigns with one another only where nothing else is wrong.
  for (const { path } of faults) {
    if (path.length !== 3 || schema.some((finding) => jsonPointer(finding.path) === jsonPointer(path))) continue;
    if (path[2] === 'id') schema.push({ path, message: 'Another campaign has this id.' });
    if (path[2] === 'survey') schema.push({ path, message: 'There is no such survey, or it is broken: nps, csat, ces and feedback are there, others are in "surveys".' });
  }
  const indices = (file.value as { campaigns?: unknown[] } | null)?.campaigns ?? [];
  const meaning = config ? checkConfig(config, { now }) : [];
  // Broken campaigns were left out: the places of the others are counted anew.
  const place = (path: readonly (string | number)[]): (string | number)[] =>
    path[0] === 'campaigns' && typeof path[1] === 'number' ? ['campaigns', indices.indexOf(config!.campaigns[path[1]]), ...path.slice(2)] : [...path];
  const findings = [
    ...schema.map(({ path, message }) => ({ ...file.placeOf(path), severity: 'error' as const, code: 'schema', path: jsonPointer(path), message })),
    ...meaning.map(({ path, severity, code, message }) => ({ ...file.placeOf(place(path)), severity, code, path: jsonPointer(place(path)), message })),
  ];
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `askwell check`. */
export async function checkCommand(args: readonly string[], io: Io): Promise<number> {
  const { file, help, json, value } = readArguments(args, { now: { type: 'string' } });
  if (help) {
    io.stdout.write(HELP);
    return 0;
  }
  if (file === undefined) throw wrong('Which file? Give the path of an askwell.json.');
  const now = value('now') === undefined ? Date.now() : Date.parse(value('now')!);
  if (!Number.isFinite(now)) throw wrong(`--now is a moment such as 2026-12-01T00:00:00Z, not "${value('now')}".`);
  const findings = checkText(await readText(file), now);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (json) io.stdout.write(`${JSON.stringify({ file, ok: errors === 0, findings }, null, 2)}\n`);
  else {
    for (const { line, column, severity, code, message } of findings) io.stdout.write(`${file}:${line}:${column}: ${severity}: ${message} (${code})\n`);
    const warnings = findings.length - errors;
    io.stdout.write(findings.length ? `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}\n` : `${file} is sound.\n`);
  }
  return errors ? 1 : 0;
}
