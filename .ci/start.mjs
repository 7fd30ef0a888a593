// Builds what has changed and runs the demo with its collector until it is told to stop.
import { spawn } from 'node:child_process';
import { readPort, USUAL_PORT } from '../demo/server/read-port.ts';
import { command, environment, root } from './command.mjs';

try {
  readPort(process.env.PORT, USUAL_PORT);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

if ((await command('node', ['.ci/build.mjs'])) !== 0) process.exit(1);

// By its file: a shell in between, as Windows needs one for a name on the PATH, would swallow the signals.
const node = process.platform === 'win32' ? process.execPath : 'node';
const server = spawn(node, ['demo/dist/server/main.js'], { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
