import { spawn, type ChildProcess } from 'node:child_process';

import { chromiumFlags, requireChromium } from '../../.config/find-chromium.ts';

type Reply = Record<string, unknown>;

/** One tab, which answers to the methods of the DevTools protocol. */
export interface Tab {
  send(method: string, params?: object): Promise<Reply>;
  close(): Promise<void>;
}

/**
 * Chromium with a client of a few lines. Playwright and Puppeteer enable the Runtime domain of the DevTools, which makes
 * the evaluation of scripts on a first visit two to three times as long; this client enables no domain at all.
 */
export class Chromium {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Reply>>();
  #count = 0;

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#onMessage(data as string));
  }

  static async start(profile: string): Promise<Chromium> {
    const browser = spawn(
      requireChromium(),
      // A debugging port makes `navigator.webdriver` true, and what is measured may behave otherwise then.
      [
        ...chromiumFlags,
        '--headless',
        '--window-size=1280,800',
        '--remote-debugging-port=0',
        '--disable-blink-features=AutomationControlled',
        `--user-data-dir=${profile}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      browser.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      browser.once('exit', (code) => reject(new Error(`Chromium ended with code ${code} before it could be driven.`)));
    });
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new Chromium(browser, socket);
  }

  /**
   * Opens a window at an address, in a browser context of its own: no cache, no storage and no compiled code of an
   * earlier one. Such a context keeps its storage in memory; `onDisk` uses that of the profile.
   */
  async open(url: string, { onDisk = false } = {}): Promise<Tab> {
    const { browserContextId } = onDisk ? {} : await this.#send('Target.createBrowserContext');
    const { targetId } = await this.#send('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true });
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    const send: Tab['send'] = (method, params) => this.#send(method, params, sessionId as string);
    await send('Page.navigate', { url });
    return {
      send,
      close: async () => void (await (onDisk ? this.#send('Target.closeTarget', { targetId }) : this.#send('Target.disposeBrowserContext', { browserContextId }))),
    };
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<Reply> {
    const id = ++this.#count;
    const reply = Promise.withResolvers<Reply>();
    this.#waiting.set(id, reply);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return reply.promise;
  }

  #onMessage(data: string): void {
    const { id, result, error } = JSON.parse(data) as { id?: number; result: Reply; error?: { message: string } };
    const reply = id === undefined ? undefined : this.#waiting.get(id);
    this.#waiting.delete(id!);
    if (error) reply?.reject(new Error(error.message));
    else reply?.resolve(result);
  }
}
