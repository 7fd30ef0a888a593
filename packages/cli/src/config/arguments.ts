import { parseArgs, type ParseArgsConfig } from 'node:util';

import { AskwellError } from '@askwell/core';

/** A call that a command cannot understand. */
export const wrong = (message: string): AskwellError => new AskwellError('invalid-options', message);

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads what follows a command that works on one file. `--json` and `--help` are options of each. */
export function readArguments(args: readonly string[], options: Options): { file: string | undefined; help: boolean; json: boolean; value(name: string): string | undefined } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const values = parsed.values as Record<string, string | boolean | undefined>;
  const [file, ...more] = parsed.positionals;
  if (more.length) throw wrong(`One file at a time; "${more[0]}" is too much.`);
  return {
    file,
    help: values.help === true,
    json: values.json === true,
    value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  };
}
