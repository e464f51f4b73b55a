// What the browser keeps for the portal in IndexedDB, and which of the open pages may send what waits there. The
// portal reads and writes the texts; this file only stores them and locks. Without a database, or with a broken one,
// the portal works and keeps nothing.

import { R } from '{{protocol.js}}';
import { isStarted, report, request } from '{{portal.js}}';

const DATABASE = 'loggia',
  STORES = ['known', 'outbox'],
  OUTBOX = 1;
const most = 200, // records read from a store
  longest = 1_000_000, // characters of one
  patience = 2000; // milliseconds for the database to open
let channel = null,
  database = null,
  atStart = [],
  turns = 0,
  release = null;

const finished = (asked) =>
  new Promise((done, failed) => {
    asked.onsuccess = asked.oncomplete = () => done(asked.result);
    asked.onerror = asked.onabort = () => failed(asked.error);
  });

async function open() {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => {
    for (const name of STORES) asked.result.createObjectStore(name);
  };
  const opened = await finished(asked);
  opened.onversionchange = opened.onclose = () => {
    opened.close();
    database = null;
  };
  return opened;
}

// The records of a store that can be ours, as key NUL text, separated by RS.
async function read(name) {
  const store = database.transaction(name).objectStore(name);
  const [keys, texts] = await Promise.all([
    finished(store.getAllKeys(null, most)),
    finished(store.getAll(null, most)),
  ]);
  const isText = (value) => typeof value === 'string' && value.length < longest && !/[\0\x1e]/.test(value);
  return keys
    .map((key, i) => [key, texts[i]])
    .filter((pair) => pair.every(isText))
    .map((pair) => pair.join('\0'))
    .join('\x1e');
}

async function openAndRead() {
  database = await open();
  // A database of this name that somebody else made.
  if (STORES.some((name) => !database.objectStoreNames.contains(name))) {
    database.close();
    await finished(indexedDB.deleteDatabase(DATABASE));
    database = await open();
  }
  atStart = await Promise.all(STORES.map(read));
}

export async function openStorage() {
  const limit = new Promise((done) => setTimeout(done, patience));
  await Promise.race([openAndRead().catch(() => (database = null)), limit]);
}

export function reportStorage() {
  atStart.forEach((records, store) => report(R.records, store, records));
}

function say(kind, text, a = 0) {
  report(kind, 0, text, a);
  request();
}

// An empty text removes the record. That one of the outbox is kept is said when it is on the disk.
export async function record(store, key, text) {
  let isKept = true;
  try {
    const change = database.transaction(STORES[store], 'readwrite', {
      durability: store === OUTBOX ? 'strict' : 'relaxed',
    });
    const records = change.objectStore(STORES[store]);
    text ? records.put(text, key) : records.delete(key);
    await finished(change);
  } catch {
    isKept = false;
  }
  if (store !== OUTBOX) return;
  if (text) say(R.kept, key, isKept ? 1 : 0);
  channel?.postMessage('outbox');
}

async function reportOutbox(isOurTurn) {
  try {
    say(R.outbox, await read('outbox'), isOurTurn ? 1 : 0);
  } catch {
    // The database is gone: what the portal knows of it stays, and another page may send.
    if (isOurTurn) release?.();
  }
}

// Asks for the turn to send what waits, which one page of this browser has at a time, or gives it back. It is never
// kept longer than there is something to send: a page that holds a lock cannot be kept for Back.
export async function takeTurn(isWanted) {
  const turn = ++turns;
  release?.();
  release = null;
  if (!isWanted) return;
  const hold = async () => {
    if (turn !== turns) return;
    const end = new Promise((done) => (release = done));
    await reportOutbox(true);
    await end;
  };
  navigator.locks ? navigator.locks.request('loggia-outbox', hold).catch(() => {}) : hold();
}

export function tell(text) {
  channel?.postMessage(text);
}

function listen() {
  if (!('BroadcastChannel' in globalThis)) return;
  channel = new BroadcastChannel('loggia');
  channel.onmessage = ({ data }) => {
    if (!isStarted()) return;
    if (data === 'outbox') reportOutbox(false);
    else if (typeof data === 'string') say(R.heard, data);
  };
}

listen();
// A page that is left may be kept as it is until Back; what it missed meanwhile it reads again.
addEventListener('pagehide', () => {
  channel?.close();
  channel = null;
});
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  listen();
  if (isStarted() && database) reportOutbox(false);
});
