/** A bug that users of comparable clients hit, put into ours: one place of a source, and what it becomes. */
export interface Bug {
  /** Its number in `bugs.md`. */
  bug: number;
  /** Default: the client. */
  package?: 'client' | 'core';
  what: string;
  file: string;
  from: string;
  to: string;
}

export const BUGS: readonly Bug[] = [
  { bug: 1, what: 'a lease is taken over while its owner still sends', file: 'queue.ts', from: 'remaining(lease.until, time, LEASE + CLOCK_SKEW))', to: 'remaining(lease.until, time, -1))' },
  { bug: 2, what: 'an answer is removed before it is sent', file: 'queue.ts', from: 'for (const item of items) table.put(keyOf(item), item);', to: 'for (const item of items) table.delete(keyOf(item));' },
  { bug: 3, what: 'a failure removes the answer', file: 'queue.ts', from: "table.put(keyOf(item), { ...current, att: '', n: current.n + 1, next });", to: 'table.delete(keyOf(item));' },
  { bug: 4, what: 'two tabs send at once', file: 'sole-sender.ts', from: "(lock ? (begun = work(true)) : 'busy')", to: '(begun = work(true))' },
  { bug: 5, what: 'a request has no key', file: 'json-wire.ts', from: ", 'idempotency-key': `\"${revisionKey(letter)}\"` }", to: " }" },
  { bug: 6, what: 'saved is said at the success of a request', file: 'connection.ts', from: 'return (await Promise.all([body(tableOf(transaction.objectStore(STORE))), complete]))[0];', to: 'complete.catch(() => {}); return await body(tableOf(transaction.objectStore(STORE)));' },
  { bug: 7, what: 'the queue grows without end', file: 'queue.ts', from: 'const MOST_WAITING = 200;', to: 'const MOST_WAITING = Infinity;' },
  { bug: 7, what: 'the inbox grows without end', file: 'inbox.ts', from: 'const MOST_ENTRIES = 20;', to: 'const MOST_ENTRIES = Infinity;' },
  { bug: 8, what: 'pagehide is listened for at the document', file: 'lifecycle.ts', from: "    addEventListener(type, listener, { signal, capture });", to: "    document.addEventListener(type, listener, { signal, capture });" },
  { bug: 9, what: 'what was delivered is sent again', file: 'queue.ts', from: "if (stone && stone.revision >= revision) return 'sent';", to: '' },
  { bug: 10, what: 'a page that leaves posts without keepalive', file: 'attempt.ts', from: 'const keepalive = !hungUp && bytes <= KEEPALIVE_BYTES;', to: 'const keepalive = false;' },
  { bug: 11, what: 'a page that comes back from the bfcache stays asleep', file: 'lifecycle.ts', from: "(event as PageTransitionEvent).persisted && resume()", to: 'event' },
  { bug: 12, what: 'more than 64 KiB go with keepalive', file: 'attempt.ts', from: 'const KEEPALIVE_BYTES = 60 * 1024;', to: 'const KEEPALIVE_BYTES = Infinity;' },
  { bug: 13, what: 'a refused keepalive is not tried without', file: 'attempt.ts', from: 'if (!keepalive || signal.aborted) throw error;', to: 'if (error) throw error;' },
  { bug: 14, what: 'nothing is tried again', package: 'core', file: 'classify.ts', from: "? 'reject' : 'endpoint';", to: "? 'reject' : 'reject';" },
  { bug: 15, what: 'a closed connection stays closed', file: 'connection.ts', from: '/^(InvalidState|Unknown|Abort|TransactionInactive|NotFound)/', to: '/^$/' },
  { bug: 15, what: 'a database without its store stays without', file: 'connection.ts', from: 'if (!db.objectStoreNames.contains(STORE)) {', to: 'if (!STORE) {' },
  { bug: 16, what: 'an open that hangs is waited for', file: 'connection.ts', from: 'withDeadline(persist(access, body), DEADLINE)', to: 'persist(access, body)' },
  { bug: 17, what: 'the same dead handle is tried again', file: 'connection.ts', from: '      close();\n      await new Promise', to: '      await new Promise' },
  { bug: 18, what: 'a storage that is broken is an error for ever', file: 'storage.ts', from: '      return memory(access, body);\n    }\n  };', to: '      throw error;\n    }\n  };' },
  { bug: 19, what: 'nobody hears that the browser erased the storage', file: 'connection.ts', from: 'if (!(event as IDBVersionChangeEvent).newVersion) onLost();', to: '' },
  { bug: 20, what: 'an answer in the inbox goes to another endpoint', file: 'client.ts', from: 'entry.endpoint === endpoint && entry.queue === name', to: 'entry.queue === name' },
  { bug: 21, what: 'a body is wrapped again', file: 'json-wire.ts', from: 'body: letter.body,', to: 'body: JSON.stringify([letter.body]),' },
  { bug: 22, what: 'the page of a portal is a receipt', package: 'core', file: 'classify.ts', from: 'text ? secure && !html :', to: 'text ? secure :' },
  { bug: 23, what: 'without Retry-After it is tried at once', file: 'backoff.ts', from: 'Math.max((longest * (1 + random)) / 2, retryAfter)', to: 'Math.max(0, retryAfter)' },
  { bug: 24, what: 'a hidden page keeps the lock', file: 'sender.ts', from: '      clearTimeout(timer);\n      stop();\n      leave();', to: '      clearTimeout(timer);\n      leave();' },
  { bug: 25, what: 'unload is listened to', file: 'lifecycle.ts', from: "  on('freeze', sleep);", to: "  on('freeze', sleep);\n  on('beforeunload', sleep);" },
  { bug: 26, package: 'core', what: 'a lone surrogate leaves as it is', file: 'record-body.ts', from: ".toWellFormed().replaceAll('\\0', '')", to: ".replaceAll('\\0', '')" },
  { bug: 27, what: 'what a reply inherits is read', package: 'core', file: 'classify.ts', from: 'Object(JSON.parse(text)) as', to: 'Object.assign({}, (Object(JSON.parse(text)) as { __proto__?: object }), Object.getOwnPropertyDescriptor(Object(JSON.parse(text)), "__proto__")?.value) as' },
];
