// Keeps the portal's own files, so that it opens without a network. What the server knows is never kept here: that belongs to the
// person who is signed in, and the portal asks for it itself.

const CACHE = 'loggia-{{version}}';
const FILES = {{precache}};

self.addEventListener('install', event => event.waitUntil(caches.open(CACHE).then(async cache => {
  await cache.addAll(FILES);
  await cache.add('/index.html').catch(() => {});
})));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name.startsWith('loggia-') && name !== CACHE).map(name => caches.delete(name))))));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(event.request).then(kept => kept ?? fetch(event.request)));
  } else if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match('/index.html').then(kept => kept ?? Response.error())));
  }
});
