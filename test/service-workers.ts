/** Service workers that a site may have of its own: none of them knows of surveys. */
export const WORKERS = {
  'lets everything through': `addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`,
  'answers from its cache first': `addEventListener('fetch', (event) => event.respondWith((async () => {
    if (event.request.method !== 'GET') return fetch(event.request);
    const cache = await caches.open('all');
    const kept = await cache.match(event.request);
    if (kept) return kept;
    const fresh = await fetch(event.request);
    await cache.put(event.request, fresh.clone());
    return fresh;
  })()));`,
  'answers with a page while there is no network': `addEventListener('fetch', (event) => event.respondWith(
    fetch(event.request).catch(() => new Response('<!doctype html><title>Offline</title>', { headers: { 'content-type': 'text/html' } })),
  ));`,
  'answers with an error while there is no network': `addEventListener('fetch', (event) => event.respondWith(fetch(event.request).catch(() => Response.error())));`,
  'answers with 503 while there is no network': `addEventListener('fetch', (event) => event.respondWith(fetch(event.request).catch(() => new Response('', { status: 503 }))));`,
  'sends again what failed, as background sync does': `const failed = [];
    addEventListener('fetch', (event) => {
      if (event.request.method !== 'POST') return;
      const copy = event.request.clone();
      event.respondWith(fetch(event.request).catch((error) => { failed.push(copy); throw error; }));
    });
    addEventListener('message', (event) => event.waitUntil(Promise.all(failed.splice(0).map((request) => fetch(request)))
      .then((replies) => event.source.postMessage(replies.length))));`,
};

/** Has each of them control the page that registers it. */
export const STARTS = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;
