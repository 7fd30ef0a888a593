import { start, type StartOptions } from 'askwell/start.js';

/** The page inside a frame: it starts a kit with the options that stand in it, and says when that is ready. */
const options = JSON.parse(document.querySelector('#options')!.textContent) as StartOptions;

void start({ automation: true, ...options }).ready.then(() => (document.documentElement.dataset.kit = 'ready'));
