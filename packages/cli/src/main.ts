import { AskwellError, VERSION } from '@askwell/core';

import type { Io } from './io.js';

interface Command {
  summary: string;
  load: () => Promise<(args: readonly string[], io: Io) => Promise<number>>;
}

/** Each is loaded when it is called: some bring a database or a schema library. */
const COMMANDS: Record<string, Command> = {
  check: {
    summary: 'finds what is wrong with an askwell.json',
    load: async () => (await import('./config/check-command.js')).checkCommand,
  },
  explain: {
    summary: 'says whether its campaigns would show, and why not',
    load: async () => (await import('./config/explain-command.js')).explainCommand,
  },
  simulate: {
    summary: 'a calendar of what a person would see',
    load: async () => (await import('./config/simulate-command.js')).simulateCommand,
  },
  import: {
    summary: 'from PostHog, Formbricks, SurveyJS or MicroSurveys',
    load: async () => (await import('./config/import-command.js')).importCommand,
  },
  'check-endpoint': {
    summary: 'tests whether an address can receive answers',
    load: async () => (await import('./check-endpoint/command.js')).checkEndpointCommand,
  },
};

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code: 0 when all is well, 1 when a command found a fault, 2 when it was called wrongly
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(usage());
    return 0;
  }
  if (name === undefined) {
    io.stderr.write(usage());
    return 2;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    io.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  try {
    const run = await COMMANDS[name]!.load();
    return await run(rest, io);
  } catch (error) {
    if (!(error instanceof AskwellError) || error.code !== 'invalid-options') throw error;
    io.stderr.write(`${error.message}\nSee: askwell ${name} --help\n`);
    return 2;
  }
}

function usage(): string {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}\n`);
  return `Usage: askwell <command> [options]\n\n${commands.join('')}\n  --help          this text, or that of a command\n  --version       ${VERSION}\n`;
}
