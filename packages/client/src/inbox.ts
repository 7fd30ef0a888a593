import { recordBody, type ResponseRecord } from '@askwell/core';
import { permitted } from './permitted.js';

/** Prefix of the inbox's keys in localStorage. */
export const INBOX = 'askwell:inbox:';

const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 8192;

/** How the keys of an endpoint begin, of one of its queues, or of a response in that. The key itself ends with the revision. */
export const inboxPrefix = (...of: string[]): string => `${INBOX}${JSON.stringify(of).slice(0, -1)},`;

/**
 * Keeps a revision in localStorage until the receiver has acknowledged it: synchronous, so that it works before the
 * client is loaded and while the page closes, and a second copy beside an IndexedDB that may be corrupted.
 * At most 20 entries an endpoint, of at most 8,192 characters; earlier revisions of the same response make room.
 * Returns whether the revision was read back; another body under its key stays. Never throws.
 *
 * @param endpoint absolute, or relative to the page
 */
export function keepInInbox(endpoint: string, record: ResponseRecord, queue = '', body?: string): boolean {
  try {
    const { id, revision } = record;
    const url = new URL(endpoint, globalThis.document?.baseURI).href;
    const response = inboxPrefix(url, queue, id);
    const key = response + revision;
    const text = body ?? recordBody(permitted(record));
    const others = Object.keys(localStorage).filter((other) => other.startsWith(inboxPrefix(url)) && other !== key);
    const replaced = others.filter((other) => other.startsWith(response) && +other.slice(response.length) < revision);
    if (!revision || others.length - replaced.length >= MOST_ENTRIES || text.length > MOST_CHARACTERS) return false;
    if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    if (localStorage.getItem(key) !== text) return false;
    for (const other of replaced) localStorage.removeItem(other);
    return true;
  } catch {
    return false;
  }
}
