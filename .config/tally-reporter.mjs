import { writeFileSync } from 'node:fs';

/** Writes how many tests passed and failed to a JSON file, for the last line of a run. */
export function tallyReporter(file) {
  return {
    onTestRunFinished({ sessions, focusedTestFile }) {
      const tally = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const before = tally.failed;
        if (session.testResults) count(session.testResults, tally);
        // A file that could not be loaded has no failing test of its own.
        if (!session.passed && tally.failed === before) tally.failed++;
      }
      if (!focusedTestFile) writeFileSync(file, JSON.stringify(tally));
    },
  };
}

function count(suite, tally) {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    if (test.passed) tally.passed++;
    else tally.failed++;
  }
  for (const inner of suite.suites) count(inner, tally);
}
