/* A page of a site with a service worker that answers two surveys: one with a network, and one without. */
import './complain.js';
import { clientFor, type ClientEventDetail } from '@askwell/client';

import { answer, ask, untilSaid } from './answer.js';
import { parameter, tell, trial } from './tell.js';

const { serviceWorker } = navigator;

const once = <T extends Event>(target: EventTarget, type: string): Promise<T> =>
  new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as T), { once: true }));

/** Installs the worker: the next page is under it from its start. */
async function install(): Promise<void> {
  const controlled = once(serviceWorker, 'controllerchange');
  await serviceWorker.register(`/${parameter('script')}`);
  await controlled;
  location.reload();
}

async function give(): Promise<void> {
  const [first, second] = JSON.parse(parameter('given')) as { score: number; comment: string }[];
  const before = await ask('nps-survey', 'with');
  answer(before, first!.score + 1, first!.comment);
  await untilSaid(before, 'Sent.');

  const retry = once<CustomEvent<ClientEventDetail>>(clientFor(`/answers/${trial}`).events, 'retry');
  tell({ network: 'cut' });
  const after = await ask('nps-survey', 'without');
  answer(after, second!.score + 1, second!.comment);
  await untilSaid(after, 'Saved on this device');
  tell({ heard: (await retry).detail.reason! });

  tell({ network: 'healed' });
  if (parameter('replays') === 'yes') {
    const replayed = once<MessageEvent<number>>(serviceWorker, 'message');
    serviceWorker.startMessages();
    serviceWorker.controller!.postMessage('replay');
    if (!(await replayed).data) throw new Error('The worker had nothing to send again');
  }
  dispatchEvent(new Event('online'));
  await untilSaid(after, 'Sent.');
  tell({ drained: '1' });
}

async function visit(): Promise<void> {
  if (!(await serviceWorker.getRegistration())) await install();
  else if (serviceWorker.controller) await give();
  else throw new Error('The page is under no service worker');
}

void visit();
