// The window: its size in device pixels, the visitor's taste in colours and motion, the graphics context.

import { R } from '{{protocol.js}}';
import { advance, notDrawn, report, request } from '{{portal.js}}';

const root = document.documentElement,
  stage = document.getElementById('stage'),
  canvas = document.getElementById('canvas');

const DARK = matchMedia('(prefers-color-scheme: dark)'),
  CALM = matchMedia('(prefers-reduced-motion: reduce)');
const FORCED = matchMedia('(forced-colors: active)'),
  CONTRAST = matchMedia('(prefers-contrast: more)');

export function media() {
  const choice = root.dataset.theme,
    dark = choice === 'dark' || (choice !== 'light' && DARK.matches);
  root.classList.toggle('dark', dark);
  report(R.media, dark * 1 + CALM.matches * 2 + FORCED.matches * 4 + CONTRAST.matches * 8);
  request();
}

// The canvas is exactly as many device pixels as the window has, at every zoom.
export function watchSize() {
  new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect,
      exact = entry.devicePixelContentBoxSize?.[0];
    // The exact box knows how a fractional size was rounded; one that is far off comes from an emulated screen.
    const pixels = (css, box) =>
      Math.abs(css * devicePixelRatio - box) < 2 ? box : Math.round(css * devicePixelRatio);
    const w = pixels(width, exact?.inlineSize),
      h = pixels(height, exact?.blockSize);
    if (!w || !h) return;
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      notDrawn();
    }
    report(R.viewport, 0, '', width, height, w / width);
    // Resizing emptied the canvas; waiting for the next frame would flash.
    advance(true);
    request();
  }).observe(
    canvas,
    'ResizeObserver' in window && 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype
      ? { box: 'device-pixel-content-box' }
      : {},
  );
}

export function theme(choice) {
  root.dataset.theme = choice;
  media();
}

export function watchMedia() {
  for (const query of [DARK, CALM, FORCED, CONTRAST])
    query.addEventListener('change', () => {
      media();
      dress();
    });
}

let painting = true;

// Where no canvas can be drawn on, or its colours would not be the visitor's, CSS paints the elements. Both change in
// one step, so that nobody sees a page without either.
function dress() {
  advance(true);
  stage.classList.toggle('plain', !painting || FORCED.matches);
}

export function watchContext() {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    painting = false;
    report(R.lost);
    dress();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    painting = true;
    report(R.restored);
    dress();
  });
  painting = !!canvas.getContext('webgl2');
  dress();
}
