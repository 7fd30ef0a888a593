import { start, type StartOptions } from 'askwell/start.js';

/** The page inside a frame: it starts a kit with the options that stand in it, and says when that is ready. */
const options = JSON.parse(document.querySelector('#options')!.textContent) as StartOptions;

const kit = start({ automation: true, ...options });
Object.assign(window, { kit });
void kit.ready.then(() => (document.documentElement.dataset.kit = 'ready'));
