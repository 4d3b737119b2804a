// Keeps pages for reading without the network: the last stories, fetched ahead one by one, and what was looked at besides. Pages come
// from the network first; the kept copy is for when it is away.
const AHEAD = 'stemma-ahead-2';
const SEEN = 'stemma-seen-2';
const MOST_SEEN = 200;
const LIST = '/offline.json';
const HOME = '/offline';
const ROUND_MS = 5 * 60 * 1000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== AHEAD && name !== SEEN) await caches.delete(name);
  await self.clients.claim();
})()));

const isKept = (url) => url.pathname === '/' && !url.search || url.pathname === HOME
  || /^\/(stories|articles)\/[a-z0-9]+$/.test(url.pathname) || url.pathname.startsWith('/assets/');

// Signed out, or somebody else: nothing of the one before stays.
const forget = async () => { await caches.delete(AHEAD); await caches.delete(SEEN); };
const isRefused = (answer) => answer.status === 401 || answer.redirected && new URL(answer.url).pathname === '/sign-in';

const keepSeen = async (request, answer) => {
  const cache = await caches.open(SEEN);
  await cache.delete(request);
  await cache.put(request, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_SEEN))) await cache.delete(old);
};

// Fetches what the list names and is not here, the newest story first; what is here in another version not more often than every few
// minutes, so that a busy day does not mean asking for everything with each page. Drops what the list no longer names.
const fetchAhead = async () => {
  const cache = await caches.open(AHEAD);
  const before = await cache.match(LIST).then((kept) => kept?.json()) ?? { at: 0, pages: [] };
  const answer = await fetch(LIST);
  if (isRefused(answer)) { await forget(); return; }
  if (!answer.ok || answer.redirected) return;
  const had = new Map(before.pages.map((p) => [p.path, p.version]));
  const isRound = Date.now() - before.at >= ROUND_MS;
  const { pages } = await answer.json();
  for (const page of pages) {
    const version = had.get(page.path);
    if (version === page.version || version !== undefined && !isRound) { page.version = version; continue; }
    const copy = await fetch(page.path);
    if (isRefused(copy)) { await forget(); return; }
    if (copy.ok && !copy.redirected) await cache.put(page.path, copy);
  }
  const named = new Set([LIST, ...pages.map((p) => p.path)]);
  for (const key of await cache.keys()) if (!named.has(new URL(key.url).pathname)) await cache.delete(key);
  // Written last: a list that is here says that its pages are.
  await cache.put(LIST, new Response(JSON.stringify({ at: isRound ? Date.now() : before.at, pages })));
};

let ahead = null;
self.addEventListener('message', (event) => {
  if (event.data !== 'ahead') return;
  ahead ??= fetchAhead().catch(() => {}).finally(() => { ahead = null; });
  event.waitUntil(ahead);
});

// The newer of the copies, with the time it is of, which the page then says.
const kept = async (request) => {
  const copies = (await Promise.all([AHEAD, SEEN].map((name) => caches.open(name).then((cache) => cache.match(request, { ignoreSearch: true, ignoreVary: true })))))
    .filter(Boolean).sort((a, b) => Date.parse(b.headers.get('date')) - Date.parse(a.headers.get('date')));
  const copy = copies[0];
  if (!copy || !/^text\/html/.test(copy.headers.get('content-type'))) return copy;
  const html = await copy.text();
  return new Response(html.replace('<body ', `<body data-kept="${new Date(copy.headers.get('date')).toISOString()}" `), { headers: copy.headers });
};

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const isPage = event.request.mode === 'navigate';
  if (!isKept(url) && !isPage) return;
  event.respondWith((async () => {
    try {
      const answer = await fetch(event.request);
      if (isRefused(answer) || isPage && url.pathname === '/sign-in') event.waitUntil(forget());
      else if (answer.ok && !answer.redirected && isKept(url)) event.waitUntil(keepSeen(event.request, answer.clone()));
      return answer;
    } catch (error) {
      const copy = isKept(url) && await kept(event.request) || isPage && await kept(new Request(HOME));
      if (copy) return copy;
      throw error;
    }
  })());
});
