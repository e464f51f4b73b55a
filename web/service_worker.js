// Opens the portal without a network. Keeps the files of one version, and nothing else: no page the server wrote for
// somebody, no answer of /api. The portal itself keeps what it last knew, for each person apart.
//
// A new version fills a cache of its own and waits. Files bear a hash of their content in their names, and each of
// them names the others by it, so that parts of two versions never meet.

const CACHE = 'loggia-{{version}}';
const SHELL = '/shell.html';
const FILES = new Set(JSON.parse('{{precache}}'));
const patience = 3000; // milliseconds for a page to come before the shell stands in for it

addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (FILES.has(pathname)) event.respondWith(file(request));
});
addEventListener('message', (event) => {
  if (event.data?.ask === 'take over') skipWaiting();
  if (event.data?.ask === 'is yours') event.ports[0]?.postMessage(FILES.has(event.data.path));
});

async function fill() {
  const cache = await caches.open(CACHE);
  const request = (path) =>
    new Request(path, { credentials: 'omit', cache: path === SHELL ? 'no-cache' : 'default' });
  await cache.addAll([...FILES].map(request));
}

async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith('loggia-') && name !== CACHE) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
}

async function file(request) {
  return (await caches.match(request.url, { cacheName: CACHE })) ?? fetch(request);
}

async function page(event) {
  const answer = fromServer(event);
  try {
    const response = await Promise.race([answer, tooLate()]);
    if (![502, 503, 504].includes(response.status)) return response;
  } catch {}
  return (await caches.match(SHELL, { cacheName: CACHE })) ?? answer;
}

const fromServer = async (event) => (await event.preloadResponse) ?? fetch(event.request);

const tooLate = () => new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), patience));
