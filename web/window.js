// The window: the visitor's taste in colours and motion, the graphics context.

import { R } from '{{protocol.js}}';
import { advance, report, request } from '{{portal.js}}';

const root = document.documentElement,
  stage = document.getElementById('stage'),
  canvas = document.getElementById('canvas');

const DARK = matchMedia('(prefers-color-scheme: dark)'),
  CALM = matchMedia('(prefers-reduced-motion: reduce)'),
  CONTRAST = matchMedia('(prefers-contrast: more)'),
  FORCED = matchMedia('(forced-colors: active)'),
  PRINT = matchMedia('print');
let painting = true;

// A canvas has neither the visitor's own colours nor another page on paper, and nobody translates it.
const isPlain = () => !painting || FORCED.matches || PRINT.matches || /\btranslated-/.test(root.className);

export function media() {
  const choice = root.dataset.theme,
    dark = choice === 'dark' || (choice !== 'light' && DARK.matches),
    contrast = choice === 'contrast' || CONTRAST.matches;
  const flags = [dark, CALM.matches, FORCED.matches, contrast, isPlain()];
  report(
    R.media,
    flags.reduce((bits, flag, bit) => bits | (flag << bit), 0),
  );
  request();
}

export function theme(choice) {
  root.dataset.theme = choice;
  media();
}

export function watchMedia() {
  for (const query of [DARK, CALM, CONTRAST, FORCED, PRINT]) query.addEventListener('change', dress);
  // What translates a page says so in the class of its root.
  new MutationObserver(dress).observe(root, { attributeFilter: ['class'] });
}

// Where the canvas cannot serve, CSS paints the elements. Both change in one step, so that nobody sees a page without
// either.
function dress() {
  media();
  advance(true);
  stage.classList.toggle('plain', isPlain());
}

// A font that a page needed for the first time changes how wide its words are.
export function watchFonts() {
  document.fonts?.addEventListener('loadingdone', () => {
    report(R.fonts);
    request();
  });
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
