import { parseArgs } from 'node:util';

import { AskwellError } from '@askwell/core';

import type { Io } from '../io.js';
import { checkEndpoint, type CheckEndpointOptions } from './check-endpoint.js';
import { formatReport } from './format-report.js';

const HELP = `Usage: askwell check-endpoint URL [options]

Posts about a dozen test records (survey "askwell-check") and tells whether URL
keeps the receiver contract. Exit code: 0 fit, 1 not fit, 2 wrong usage.

  --wire json|simple      how the page's client sends; default json
  --origin ORIGIN         of the pages that will send; default https://example.com
  --header 'name: value'  sent with each post, as the client's own; may be repeated
  --timeout SECONDS       for one request with its reply; default 15
  --json                  print the report as JSON
  --help                  this text
`;

/** `askwell check-endpoint`. Throws `invalid-options` for wrong usage. */
export async function checkEndpointCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    io.stdout.write(HELP);
    return 0;
  }
  const [address, ...more] = positionals;
  if (address === undefined) throw wrong('Which address? Give one URL.');
  if (more.length > 0) throw wrong(`One URL at a time; "${more[0]}" is too much.`);

  const options: CheckEndpointOptions = { headers: headers(values.header ?? []) };
  if (values.wire !== undefined) options.wire = wire(values.wire);
  if (values.origin !== undefined) options.origin = origin(values.origin);
  if (values.timeout !== undefined) options.timeout = timeout(values.timeout);
  const report = await checkEndpoint(address, options);
  io.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
  return report.ok ? 0 : 1;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        wire: { type: 'string' },
        origin: { type: 'string' },
        header: { type: 'string', multiple: true },
        timeout: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

function wire(text: string): 'json' | 'simple' {
  if (text === 'json' || text === 'simple') return text;
  throw wrong(`--wire is json or simple, not "${text}".`);
}

function origin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw wrong(`--origin is a scheme and a host, such as https://example.com, not "${text}".`);
}

function timeout(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw wrong(`--timeout is a number of seconds up to 600, not "${text}".`);
}

function headers(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([A-Za-z0-9-]{1,40}):\s*([\x20-\x7E]{1,1024})$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw wrong(`--header is 'name: value' in ASCII, not "${line}".`);
      return [name.toLowerCase(), value];
    }),
  );
}

const wrong = (message: string) => new AskwellError('invalid-options', message);
