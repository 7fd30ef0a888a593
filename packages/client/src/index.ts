export { clientFor } from './client-for.js';
export type { ClientEventDetail, ClientEventType } from './client-events.js';
export type { ClientOptions } from './client-options.js';
export { createClient, type Client, type Pending } from './client.js';
export { drainWaiting, waitingEndpoints } from './drain-waiting.js';
export type { DeadLetter } from './layout.js';
export { sendOnce } from './send-once.js';
export type { Wire } from './wire.js';
