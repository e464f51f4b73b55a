// The service worker: begun after the first frame, and asked to let a new version in. Without one, or if anything
// here fails, the portal works as before and needs a network to open.

const script = '/service_worker.js';
const pause = 3_600_000; // milliseconds between looking for a new version
let registration = null,
  looked = 0;

// Whether this page's own files are of the waiting worker's version: then nothing is new to this page.
function isOurs(worker) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data === true);
    setTimeout(done, 3000, false);
    worker.postMessage({ ask: 'is yours', path: '{{portal.js}}' }, [port2]);
  });
}

// `found` is called when another version than this page's is ready.
async function meet(worker, found) {
  if (!worker) return;
  if (await isOurs(worker)) worker.postMessage({ ask: 'take over' });
  else found();
}

function watch(found) {
  meet(registration.waiting, found);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) meet(worker, found);
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < pause) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

export async function watchForUpdates(found) {
  try {
    const rules = { createScriptURL: (url) => (url === script ? url : '') };
    const address = globalThis.trustedTypes?.createPolicy('loggia', rules).createScriptURL(script) ?? script;
    registration = await navigator.serviceWorker.register(address);
    looked = Date.now();
    watch(found);
  } catch {}
}

// Lets the version that waits take over and opens this address with it.
export function applyUpdate() {
  const worker = registration?.waiting;
  if (!worker) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage({ ask: 'take over' });
}
