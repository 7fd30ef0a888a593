import type { EndpointReport } from './check-endpoint.js';
import type { Finding } from './finding.js';

/** The report for people: a line for each check, and below those that did not pass what is to be done. */
export function formatReport({ url, wire, origin, ok, checks }: EndpointReport): string {
  const width = Math.max(...checks.map(({ title }) => title.length)) + 2;
  const count = (result: Finding['result']) => checks.filter((check) => check.result === result).length;
  const verdict = ok ? 'fit to receive answers' : 'NOT fit to receive answers';
  return [
    `${url} (wire ${wire}, pages of ${origin})`,
    '',
    ...checks.flatMap((check) => lines(check, width)),
    '',
    `${verdict}: ${count('pass')} passed, ${count('warn')} to look at, ${count('fail')} failed, ${count('skip')} skipped`,
    '',
  ].join('\n');
}

function lines({ title, result, expected, came, advice }: Finding, width: number): string[] {
  const line = `${result.padEnd(6)}${title.padEnd(width)}${came}`;
  return advice === undefined ? [line] : [line, `        expected  ${expected}`, `        do        ${advice}`];
}
