// The stories, for designers: one port, no telemetry, no look for a newer version.
import { command } from './command.mjs';

const port = process.env.PORT || '6006';
if ((await command('cem', ['analyze', '--config', '.config/custom-elements-manifest.config.mjs'], { quiet: true })) !== 0) process.exit(1);
process.exitCode = await command(
  'storybook',
  ['dev', '--port', port, '--exact-port', '--no-open', '--ci', '--disable-telemetry', '--no-version-updates'],
  { env: { STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
