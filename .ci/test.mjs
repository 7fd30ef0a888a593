// Unit tests, the reference and the trigger cases, and the browser tests in Chromium. The last line says how many passed and failed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumMissing, findChromium } from '../.config/find-chromium.ts';
import { command } from './command.mjs';
import { canInstall, installDebian } from './install-debian.mjs';
import { addTallies, readTally, tallyLine } from './tally.mjs';

const reports = mkdtempSync(join(tmpdir(), 'askwell-tests-'));

function vitest(config, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return command('vitest', ['run', '--config', `.config/${config}`, ...reporters]);
}

async function browsers(report) {
  if (!findChromium() && canInstall()) await installDebian('chromium');
  if (!findChromium()) {
    console.error(chromiumMissing());
    return 1;
  }
  return command('wtr', ['--config', '.config/web-test-runner.config.mjs'], { env: { ASKWELL_TALLY: report } });
}

const runners = {
  unit: (report) => vitest('vitest.config.ts', report),
  reference: (report) => vitest('reference.config.ts', report),
  triggers: (report) => vitest('triggers.config.ts', report),
  browser: browsers,
};

const tallies = [];
for (const [name, run] of Object.entries(runners)) {
  const report = join(reports, `${name}.json`);
  const code = await run(report);
  const tally = readTally(report);
  // A runner may fail for another reason than a test, or find no tests.
  if ((code !== 0 || tally.passed === 0) && tally.failed === 0) tally.failed = 1;
  console.log(`\n${name} tests: ${tallyLine(tally)}`);
  tallies.push(tally);
}
rmSync(reports, { recursive: true });

const total = addTallies(tallies);
if (process.env.ASKWELL_TALLY) writeFileSync(process.env.ASKWELL_TALLY, JSON.stringify(total));
console.log(tallyLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
