// Requests to the server and the stream of what changed there.

import { R } from '{{protocol.js}}';
import { alreadySaid } from '{{takeover.js}}';
import { isStarted, report, request, waiting } from '{{portal.js}}';

const pending = new Map();
let stream = null,
  followed = '',
  reopening = 0;

export async function send(id, method, path, body, key) {
  const known = method === 'GET' && alreadySaid(path);
  if (known) {
    report(R.http, id, known, 200);
    return request();
  }
  const abort = new AbortController(),
    limit = setTimeout(() => abort.abort(), 20000);
  pending.set(id, abort);
  waiting.add(id);
  let status = 0,
    text = '',
    retry = 0;
  try {
    const headers = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    const answer = await fetch(path, {
      method,
      headers,
      body: body || undefined,
      credentials: 'same-origin',
      signal: abort.signal,
      cache: 'no-store',
    });
    text = await answer.text();
    status = answer.status;
    retry = Number(answer.headers.get('Retry-After')) || 0;
  } catch {
    status = 0;
  }
  clearTimeout(limit);
  pending.delete(id);
  waiting.delete(id);
  report(R.http, id, text, status, retry);
  request();
}

export function followEvents(url) {
  stream?.close();
  stream = null;
  clearTimeout(reopening);
  followed = url;
  if (!url) return;
  stream = new EventSource(url);
  const say = (kind, text, a) => {
    report(kind, 0, text, a);
    request();
  };
  // Without a network it fails again and again; that is worth a frame once.
  let isConnected = null;
  const connected = (is) => {
    if (is !== isConnected) say(R.connected, '', is ? 1 : 0);
    isConnected = is;
  };
  stream.onopen = () => connected(true);
  stream.onmessage = (event) => say(R.live, event.data, 0);
  stream.onerror = () => {
    connected(false);
    // Refused, for instance by what stands before a server that is away: the browser does not try again by itself.
    if (stream?.readyState === EventSource.CLOSED) reopening = setTimeout(reopen, 5000);
  };
}

function reopen() {
  if (followed && navigator.onLine && stream?.readyState !== EventSource.OPEN) followEvents(followed);
}

export const cancel = (id) => pending.get(id)?.abort();

// A page that is left may be kept as it is until Back; an open stream would forbid that.
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted || !isStarted()) return;
  followEvents(followed);
  report(R.returned);
  request();
});

for (const [name, on] of [
  ['online', 1],
  ['offline', 0],
])
  addEventListener(name, () => {
    if (!isStarted()) return;
    if (on) reopen();
    report(R.online, 0, '', on);
    request();
  });

// A tab that was hidden may have missed it, and what waits there is sent now.
document.addEventListener('visibilitychange', () => {
  if (document.hidden || !isStarted()) return;
  report(R.online, 0, '', navigator.onLine ? 1 : 0);
  request();
});
