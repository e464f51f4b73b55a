// The portal in WebAssembly: reports go in, frames run, operations come out.

import createApp from '{{app.js}}';
import { R } from '{{protocol.js}}';

const encoder = new TextEncoder();
const state = (window.loggia = { frames: 0, writes: 0, drawn: () => drawn, idle });
let app,
  apply,
  timer = 0,
  requested = false,
  drawn = false;

let drewFirst;
export const firstDrawn = new Promise((done) => (drewFirst = done));
export const waiting = new Set(); // requests whose answer is on its way
export const isStarted = () => app !== undefined;
export const memory = () => app.HEAPU8;
export const countWrite = () => state.writes++;

// `applyOperations(address, words)` is called with what each frame leaves behind.
export async function load(applyOperations) {
  apply = applyOperations;
  app = await createApp({ locateFile: () => '{{app.wasm}}' });
}

export function report(kind, id = 0, text = '', a = 0, b = 0, c = 0) {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const at = app._loggia_room(bytes.length);
  app.HEAPU8.set(bytes, at);
  app._loggia_report(kind, id, a, b, c, bytes.length);
}

export function request() {
  if (requested) return;
  requested = true;
  if (document.hidden) setTimeout(() => run(false));
  else requestAnimationFrame(() => run(true));
}

function run(draw) {
  requested = false;
  state.frames++;
  advance(draw);
  if (draw) drawn = true;
}

// Runs the portal at once, inside the handler: what needs the visitor's gesture still has it. Drawing waits for the
// frame.
export function act() {
  advance(false);
  request();
}

export function advance(draw) {
  clearTimeout(timer);
  const next = app._loggia_frame(Date.now(), draw ? 1 : 0);
  if (draw) drewFirst();
  const words = app._loggia_ops_words();
  if (words) apply(app._loggia_ops(), words);
  if (next === 0) request();
  else if (next > 0) timer = setTimeout(request, Math.min(next, 2 ** 31 - 1));
}

export function notDrawn() {
  drawn = false;
}

// A frame asked for before the tab was hidden never came.
document.addEventListener('visibilitychange', () => {
  if (document.hidden || !app) return;
  requested = false;
  report(R.returned);
  request();
});

function idle() {
  return new Promise((done) =>
    (function wait() {
      requested || waiting.size || document.getElementById('page') ? setTimeout(wait, 10) : done();
    })(),
  );
}
