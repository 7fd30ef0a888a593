export type { Kit, KitEvents } from './start/kit.js';
export type { Flags, StartOptions } from './start/options.js';
export { start } from './start/start.js';
