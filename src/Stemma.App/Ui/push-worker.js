
// Shows alerts as notifications; a tap opens what they are about, always on this server.
self.addEventListener('push', (event) => {
  let news = {};
  try { news = event.data ? event.data.json() : {}; } catch { news = {}; }
  event.waitUntil(self.registration.showNotification(news.title || 'Stemma', {
    body: news.body || '', tag: news.tag, data: typeof news.url === 'string' && news.url.startsWith('/') ? news.url : '/alerts',
  }));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const url = new URL(event.notification.data || '/', location.origin);
    if (url.origin !== location.origin) return;
    for (const tab of await clients.matchAll({ type: 'window' })) if (new URL(tab.url).pathname === url.pathname) { await tab.focus(); return; }
    await clients.openWindow(url.href);
  })());
});
