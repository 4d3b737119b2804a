// Keeps the last stories for reading without the network. Pages come from the network first; the kept copy is for when it is away.
const NAME = 'stemma-1';
const MOST = 200;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
  await self.clients.claim();
})()));

const isKept = (url) => url.pathname === '/' && !url.search || /^\/(stories|articles)\/[a-z0-9]+$/.test(url.pathname) || url.pathname.startsWith('/assets/');

const keep = async (request, answer) => {
  const cache = await caches.open(NAME);
  await cache.put(request, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(old);
};

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !isKept(url)) return;
  event.respondWith((async () => {
    try {
      const answer = await fetch(event.request);
      if (answer.ok && !answer.redirected) event.waitUntil(keep(event.request, answer.clone()));
      else if (answer.status === 401 || answer.redirected) event.waitUntil(caches.delete(NAME));
      return answer;
    } catch (error) {
      const kept = await caches.match(event.request, { ignoreSearch: true });
      if (kept) return kept;
      throw error;
    }
  })());
});
