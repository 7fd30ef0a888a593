import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Chromium, Tab } from '../chromium.ts';
import { bodyOf, serve, type Route } from '../serve.ts';
import { posthogSurvey } from './posthog-survey.ts';
import type { Visit } from './page/drive.ts';

const VISIT_MS = 60_000;
/** What a slow phone is to this machine. */
const THROTTLING = 4;

/** What a visit is asked for by its address. */
export interface Query {
  /** `element` is `nps` without what delivers. */
  variant: 'nps' | 'element' | 'bare' | 'posthog';
  scenario: 'first' | 'prepared' | 'answered' | 'alone';
  placement?: 'corner';
}

/** One visit, as the bench sees it. */
export interface Visited extends Visit {
  /** Bytes on JavaScript's heap after a collection; only of a survey that was left alone. */
  heap: number;
}

interface Press {
  x: number;
  y: number;
  key?: string;
}

/** Opens pages, each on a first visit, and does for them what a page cannot do: throttle, press, collect. */
export class Visits {
  readonly #chromium: Chromium;
  readonly #open = new Map<string, { tab: Promise<Tab>; heap: number; result: PromiseWithResolvers<Visit> }>();
  #server: Awaited<ReturnType<typeof serve>> | undefined;
  #count = 0;

  constructor(chromium: Chromium) {
    this.#chromium = chromium;
  }

  async start(scripts: string): Promise<void> {
    const count = await readFile(new URL('page/count-callbacks.js', import.meta.url), 'utf8');
    const forTab =
      <Body>(act: (tab: Tab, body: Body, id: string) => unknown): Route =>
      async (request: IncomingMessage, response, url) => {
        const id = url.searchParams.get('visit')!;
        const body = JSON.parse(await bodyOf(request)) as Body;
        // A page that was given up is answered, and forgotten.
        const visit = this.#open.get(id);
        if (visit) await act(await visit.tab, body, id);
        response.end();
      };
    this.#server = await serve(scripts, {
      '/': (_request, response, { searchParams }) => {
        // Memory and paint are timed exactly in a page that is isolated.
        response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
        const variant = searchParams.get('variant');
        const first = searchParams.get('scenario') === 'alone' ? `<script>${count}</script>` : '';
        response
          .setHeader('content-type', 'text/html')
          .end(`<!doctype html><html lang="en"><title>Bench</title>${first}<script type="module" src="/${variant}/bench.js"></script><body></body></html>`);
      },
      '/api/surveys/': (_request, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify({ surveys: [posthogSurvey] })),
      '/wait': forTab<number>((_tab, ms) => sleep(ms)),
      '/throttle': forTab((tab) => tab.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING })),
      '/press': forTab<Press>((tab, press) => (press.key ? type(tab, press.key) : click(tab, press))),
      '/settled': forTab(async (tab, _body, id) => {
        for (let pass = 0; pass < 3; pass++) await tab.send('HeapProfiler.collectGarbage');
        this.#open.get(id)!.heap = (await tab.send('Runtime.getHeapUsage')).usedSize as number;
      }),
      '/result': forTab<Visit & { error?: string }>((_tab, visit, id) => {
        const { result } = this.#open.get(id)!;
        if (visit.error) result.reject(new Error(visit.error));
        else result.resolve(visit);
      }),
    });
  }

  async visit(query: Query): Promise<Visited> {
    const id = `${++this.#count}`;
    const result = Promise.withResolvers<Visit>();
    const address = `${this.#server!.origin}/?${new URLSearchParams({ ...query, visit: id }).toString()}`;
    const tab = this.#chromium.open(address);
    this.#open.set(id, { tab, heap: 0, result });
    const limit = setTimeout(() => result.reject(new Error(`The visit ${address} did not end within a minute.`)), VISIT_MS);
    try {
      const visit = await result.promise;
      return { ...visit, heap: this.#open.get(id)!.heap };
    } finally {
      clearTimeout(limit);
      this.#open.delete(id);
      await (await tab).close();
    }
  }

  stop(): void {
    this.#server?.close();
  }
}

async function click(tab: Tab, { x, y }: Press): Promise<void> {
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
    await tab.send('Input.dispatchMouseEvent', { type, x, y, ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }) });
  }
}

async function type(tab: Tab, key: string): Promise<void> {
  const stroke = { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) };
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...stroke });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
}
