import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { findMiniBrowser } from '../../.config/find-further-engines.ts';
import type { Killable } from './browsers.ts';
import { killGroup } from './kill-group.ts';

/** WebKitGTK's browser as a person starts it: driven, it would keep nothing beyond its end. */
export interface MiniBrowser extends Killable {
  /** Ends the process of the page that was opened first, as when it crashes. */
  crashFirst(): Promise<void>;
}

let display: Promise<string> | undefined;

/** A screen for all browsers of this run, which ends with it. */
async function startDisplay(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24'], { stdio: ['ignore', 'pipe', 'ignore'] });
  process.once('exit', () => server.kill());
  const [number] = (await once(server.stdout, 'data')) as [Buffer];
  return `:${String(number).trim()}`;
}

/** The processes that run a browser's pages, in the order in which they were started. */
async function pagesOf({ pid }: ChildProcess): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);
  const names = await Promise.all(children.map((child) => readFile(`/proc/${child}/comm`, 'utf8').catch(() => '')));
  return children.filter((_, index) => names[index]!.startsWith('WebKitWeb')).sort((a, b) => a - b);
}

/** Starts WebKitGTK on a profile, with a page of each address, over TLS whoever vouches for it. */
export async function openMiniBrowser(profile: string, addresses: string[]): Promise<MiniBrowser> {
  display ??= startDisplay();
  const browser = spawn(findMiniBrowser()!, ['--ignore-tls-errors', ...addresses], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: await display,
      HOME: profile,
      XDG_CACHE_HOME: `${profile}/cache`,
      XDG_CONFIG_HOME: `${profile}/config`,
      XDG_DATA_HOME: `${profile}/data`,
    },
  });
  return {
    async crashFirst() {
      process.kill((await pagesOf(browser))[0]!, 'SIGKILL');
    },
    async quit() {
      const ended = once(browser, 'exit');
      browser.kill('SIGTERM');
      await ended;
    },
    kill: () => killGroup(browser),
  };
}
