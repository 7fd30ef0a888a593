import { arbitrate, evaluate, explainBroken, type Explain } from '@askwell/triggers';
import { explainSentence, ruleSentence } from '@askwell/triggers/sentences.js';
import { en } from '@askwell/locales/trigger/en.js';

import type { Io } from '../io.js';
import { readArguments, wrong } from './arguments.js';
import { contextOf } from './context-of.js';
import { readJson } from './json-file.js';
import { readConfig } from './read-config.js';

const HELP = `Usage: askwell explain FILE --context CONTEXT [options]

Says of each campaign whether it would show, and of each rule why not.
CONTEXT is a JSON file; what it leaves out is not known:

  { "now": "2026-11-25T12:00:00Z", "url": "https://example.com/app",
    "happened": { "event": "ticket_closed", "props": { "channel": "chat" } },
    "visitor": "u1", "traits": { "role": "admin" }, "flags": {}, "consent": {},
    "device": "desktop", "lang": "en", "session": { "pages": 3, "number": 2 },
    "history": { "shows": [{ "campaign": "nps", "survey": "nps",
      "at": "2026-10-01T00:00:00Z", "ending": "answered" }], "events": [] } }

  --campaign ID   only this one
  --json          prints what the page's kit.explain() gives
  --help          this text
`;

/** `askwell explain`. */
export async function explainCommand(args: readonly string[], io: Io): Promise<number> {
  const { file, help, json, value } = readArguments(args, { context: { type: 'string' }, campaign: { type: 'string' } });
  if (help) {
    io.stdout.write(HELP);
    return 0;
  }
  if (file === undefined) throw wrong('Which file? Give the path of an askwell.json.');
  const { config, faults } = await readConfig(file);
  const given = value('context');
  const context = contextOf(given === undefined ? {} : await readJson(given));
  const explains = config.campaigns.map((campaign) => evaluate(campaign, context, config));
  const winner = arbitrate(config.campaigns.filter((_, index) => explains[index]!.show));
  // One prompt at a time: those that come after the first wait for their turn.
  const turns = config.campaigns.map((campaign, index) => (explains[index]!.show && winner && campaign !== winner ? evaluate(campaign, { ...context, open: winner.id }, config) : explains[index]!));
  const at = new Date(context.now).toISOString();
  const broken = faults.map((fault) => explainBroken(fault, at));
  const wanted = value('campaign');
  const all = [...turns, ...broken].filter(({ campaign }) => wanted === undefined || campaign === wanted);
  if (!all.length && wanted !== undefined) throw wrong(`There is no campaign "${wanted}" in ${file}.`);
  io.stdout.write(json ? `${JSON.stringify(all, null, 2)}\n` : all.map(explainText).join('\n'));
  return 0;
}

function explainText(explain: Explain): string {
  const head = `${explain.show ? '✓' : '✗'} ${explain.campaign}: ${explainSentence(explain, en)}\n`;
  const rules = explain.rules.map((rule) => `    ${{ pass: '✓', fail: '✗', unknown: '?' }[rule.status]} ${rule.rule.padEnd(9)}${rule.status === 'pass' ? '' : ruleSentence(rule, en)}`.trimEnd() + '\n');
  return head + rules.join('');
}
