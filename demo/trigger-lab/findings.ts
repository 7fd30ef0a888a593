import { surveyFault, type AskwellConfig } from '@askwell/core';
import { guardConfig, jsonPointer, textFault } from '@askwell/triggers';
import { checkConfig } from '@askwell/triggers/check.js';
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';

/** What is wrong with the text, and where. */
export interface TextFinding {
  message: string;
  /** Characters from the beginning. */
  offset: number;
}

/** `PropertyNameExpected` as words. */
const words = (code: string): string => code.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();

/** What can be used of a text, as a page uses it, and what is wrong with the rest. */
export function read(text: string, now: number): { config: AskwellConfig | undefined; findings: TextFinding[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors.length || !root) {
    const findings = errors.map(({ error, offset }) => ({ message: `This is no JSON: ${words(printParseErrorCode(error))}.`, offset }));
    return { config: undefined, findings: findings.length ? findings : [{ message: 'The file is empty.', offset: 0 }] };
  }
  const large = textFault(text);
  if (large) return { config: undefined, findings: [{ message: `No page uses it: ${large}.`, offset: 0 }] };
  const offsetOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return node.offset;
    }
    return 0;
  };
  const value = JSON.parse(text) as unknown;
  const { config, faults } = guardConfig(value, surveyFault);
  const given = config ? (value as AskwellConfig).campaigns : [];
  const broken = faults.map(({ path, campaign }) => ({ message: `${campaign ? `“${campaign}” is off: ` : ''}broken at ${jsonPointer(path)}`, offset: offsetOf(path) }));
  const meant = config
    ? checkConfig(config, { now }).map(({ path, severity, message }) => {
        const [first, index, ...rest] = path;
        const campaign = first === 'campaigns' && typeof index === 'number' ? config.campaigns[index] : undefined;
        const place = campaign ? [first!, given.indexOf(campaign), ...rest] : path;
        return { message: `${severity === 'error' ? 'Error' : 'Warning'}${campaign ? `, “${campaign.id}”` : ''}: ${message}`, offset: offsetOf(place) };
      })
    : [];
  return { config, findings: [...broken, ...meant].sort((a, b) => a.offset - b.offset) };
}
