// Requests to the server and the stream of what changed there.

import { R } from '{{protocol.js}}';
import { isStarted, report, request, waiting } from '{{portal.js}}';

const pending = new Map();
let stream = null,
  followed = '';

export async function send(id, method, path, body, key) {
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
  followed = url;
  if (!url) return;
  stream = new EventSource(url);
  const say = (kind, text, a) => {
    report(kind, 0, text, a);
    request();
  };
  stream.onopen = () => say(R.connected, '', 1);
  stream.onerror = () => say(R.connected, '', 0);
  stream.onmessage = (event) => say(R.live, event.data, 0);
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
    report(R.online, 0, '', on);
    request();
  });
