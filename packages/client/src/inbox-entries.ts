import { revisionKey } from '@askwell/core';
import { INBOX } from './inbox.js';

/** A revision that waits in localStorage. */
export interface InboxEntry {
  id: string;
  revision: number;
  /** Absolute address that it is for. */
  endpoint: string;
  /** Name of the queue that it is for; `''` is the default one. */
  queue: string;
  body: string;
}

/** Everything that waits in the inbox, for any endpoint; entries that cannot be read are left alone. */
export function inboxEntries(): InboxEntry[] {
  const read = (key: string): InboxEntry[] => {
    try {
      const [, id, revision] = /^askwell:inbox:(.+)\.(\d+)$/.exec(key)!;
      const { endpoint, body, queue = '' } = JSON.parse(localStorage.getItem(key)!) as Record<string, string | undefined>;
      return [{ id: id!, revision: +revision!, endpoint: String(endpoint), queue, body: String(body) }];
    } catch {
      return [];
    }
  };
  try {
    return Object.keys(localStorage).flatMap(read);
  } catch {
    return [];
  }
}

/** Erases what the inbox holds of a response up to a revision. */
export function dropFromInbox({ id, revision }: Pick<InboxEntry, 'id' | 'revision'>): void {
  for (const entry of inboxEntries()) {
    if (entry.id === id && entry.revision <= revision) localStorage.removeItem(INBOX + revisionKey(entry));
  }
}
