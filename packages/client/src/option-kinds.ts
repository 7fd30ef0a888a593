import type { ClientOptions } from './client.js';

/** Of each option of a client, what it may be. */
export const OPTION_KINDS: Readonly<Record<keyof ClientOptions, string>> = {
  endpoint: 'string',
  queue: 'string',
  headers: 'object or function',
  wire: 'function',
  credentials: 'string',
  ack: 'string',
  allowOrigins: 'object',
  consent: 'function',
  redact: 'function',
  timeoutMs: 'number',
  ttlMs: 'number',
  maxBytes: 'number',
  now: 'function',
  fetch: 'function',
  random: 'function',
};
