import { recordBody, type ResponseRecord } from '@askwell/core';
import { permitted } from './permitted.js';

/** Prefix of the inbox's keys in localStorage; `<id>.<revision>` follows. */
export const INBOX = 'askwell:inbox:';

const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 8192;

/**
 * Keeps a revision in localStorage until the receiver has acknowledged it: synchronous, so that it works before the
 * client is loaded and while the page closes, and a second copy beside an IndexedDB that may be corrupted.
 * At most 20 entries an endpoint, of at most 8,192 characters; earlier revisions of the same response make room.
 * Returns whether the revision was read back. Never throws.
 *
 * @param endpoint absolute, or relative to the page
 */
export function keepInInbox(endpoint: string, record: ResponseRecord, queue?: string, body?: string): boolean {
  try {
    const response = `${INBOX + record.id}.`;
    const key = response + record.revision;
    const url = new URL(endpoint, globalThis.document?.baseURI).href;
    const entry = JSON.stringify({ endpoint: url, body: body ?? recordBody(permitted(record)), queue });
    const others = Object.keys(localStorage).filter(
      (other) => other.startsWith(INBOX) && other !== key && localStorage.getItem(other)!.includes(url + '"'),
    );
    const replaced = others.filter((other) => other.startsWith(response) && +other.slice(response.length) < record.revision);
    if (!record.revision || others.length - replaced.length >= MOST_ENTRIES || entry.length > MOST_CHARACTERS) return false;
    localStorage.setItem(key, entry);
    if (localStorage.getItem(key) !== entry) return false;
    for (const other of replaced) localStorage.removeItem(other);
    return true;
  } catch {
    return false;
  }
}
