// The window: the visitor's taste in colours and motion, the graphics context.

import { R } from '{{protocol.js}}';
import { advance, report, request } from '{{portal.js}}';

const root = document.documentElement,
  stage = document.getElementById('stage'),
  canvas = document.getElementById('canvas');

const DARK = matchMedia('(prefers-color-scheme: dark)'),
  CALM = matchMedia('(prefers-reduced-motion: reduce)');
const FORCED = matchMedia('(forced-colors: active)'),
  CONTRAST = matchMedia('(prefers-contrast: more)');

export function media() {
  const choice = root.dataset.theme,
    dark = choice === 'dark' || (choice !== 'light' && DARK.matches),
    contrast = choice === 'contrast' || CONTRAST.matches;
  report(R.media, dark * 1 + CALM.matches * 2 + FORCED.matches * 4 + contrast * 8);
  request();
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
