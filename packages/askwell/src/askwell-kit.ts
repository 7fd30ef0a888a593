import { AskwellKit } from './start/askwell-kit.js';

export { AskwellKit };

if (globalThis.customElements) AskwellKit.define('askwell-kit');
