import { join } from 'node:path';

import { bundle } from '../bundle.ts';
import { Chromium } from '../chromium.ts';
import { bodyOf, serve } from '../serve.ts';

/** What the page posts: medians in milliseconds. */
interface Result {
  ours: string;
  bare: string;
  oursMs: number;
  bareMs: number;
  rounds: number;
}

/** The client beside a bare write to IndexedDB. */
export async function measureClient(folder: string): Promise<boolean> {
  await bundle('client/page.ts', join(folder, 'scripts'));
  const posted = Promise.withResolvers<Result>();
  const server = await serve(join(folder, 'scripts'), {
    '/': (_request, response) =>
      void response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title><script type="module" src="/bench.js"></script>'),
    '/result': async (request, response) => {
      posted.resolve(JSON.parse(await bodyOf(request)) as Result);
      response.end();
    },
  });
  const chromium = await Chromium.start(join(folder, 'profile'));
  const limit = setTimeout(() => posted.reject(new Error('The bench "client" did not end within two minutes.')), 120_000);
  try {
    await chromium.open(`${server.origin}/`, { onDisk: true });
    const { ours, bare, oursMs, bareMs, rounds } = await posted.promise;
    const ratio = (oursMs / bareMs).toFixed(2);
    console.log(`client: ${ours} ${oursMs.toFixed(2)} ms, ${bare} ${bareMs.toFixed(2)} ms: ratio ${ratio} (medians of ${rounds})`);
    return true;
  } finally {
    clearTimeout(limit);
    await chromium.stop();
    server.close();
  }
}
