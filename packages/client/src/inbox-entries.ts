import { INBOX, inboxPrefix } from './inbox.js';

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
      if (!key.startsWith(INBOX)) return [];
      const [endpoint, queue, id, revision] = JSON.parse(`${key.slice(INBOX.length)}]`) as [string, string, string, number];
      return revision > 0 ? [{ id: String(id), revision, endpoint: String(endpoint), queue, body: localStorage.getItem(key)! }] : [];
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

/** Erases what the inbox holds for a queue of a response up to a revision. */
export function dropFromInbox({ endpoint, queue, id, revision }: Omit<InboxEntry, 'body'>): void {
  const response = inboxPrefix(endpoint, queue, id);
  for (const entry of inboxEntries()) {
    const key = response + entry.revision;
    if (entry.revision <= revision && entry.id === id) localStorage.removeItem(key);
  }
}
