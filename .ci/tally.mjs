// How many tests passed and failed, over several runners. As a script: adds up the files of a folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Reads the report of a runner: vitest's JSON, or `{ passed, failed }`. A report that is not there is one failure. */
export function readTally(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    if (!('numPassedTests' in report)) return { passed: report.passed, failed: report.failed };
    const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

export function addTallies(tallies) {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

export const tallyLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder] = process.argv;
  console.log(tallyLine(addTallies(readdirSync(folder).map((file) => readTally(join(folder, file))))));
}
