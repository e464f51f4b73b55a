// The joint between the page and the portal in WebAssembly.
//
// The portal leaves a buffer of operations after each frame: elements to make, move, change and remove, requests to
// send, addresses to show. This file applies them and reports back what happened: clicks, typing, scrolling, answers.
// The page's own elements lie exactly over the pixels the portal draws, so every click and every key goes to a native
// element; nothing here guesses from coordinates. No frame is drawn while nothing happens.

import { R } from '{{protocol.js}}';
import { advance, firstDrawn, load, report, request } from '{{portal.js}}';
import { apply } from '{{operations.js}}';
import { watchDrags } from '{{drag.js}}';
import { listen } from '{{input.js}}';
import { watchFiles } from '{{files.js}}';
import { watchTooltips } from '{{tooltips.js}}';
import { watchForUpdates } from '{{updates.js}}';
import { openStorage, reportStorage } from '{{storage.js}}';
import { adoptKept, takeOver } from '{{takeover.js}}';
import { watchSize } from '{{view.js}}';
import { choice, wordsOf } from '{{words.js}}';
import { media, watchContext, watchFonts, watchMedia } from '{{window.js}}';

const FONTS = ['{{inter-regular.ttf}}', '{{inter-semibold.ttf}}', '{{icons.ttf}}'];

function launch(words) {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  report(R.seed, 0, seed);
  report(R.url, 0, location.pathname + location.search);
  report(R.zone, 0, Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  for (const language of navigator.languages) report(R.language, 0, language);
  report(R.words, 0, words);
  try {
    adoptKept();
    for (const [key, value] of [...Object.entries(localStorage), ...Object.entries(sessionStorage)]) {
      if (key.startsWith('loggia.')) report(R.stored, 0, key.slice(7) + '\0' + value);
      if (key === 'loggia.theme') document.documentElement.dataset.theme = value;
    }
  } catch {}
  media();
  report(R.viewport, 0, '', document.documentElement.clientWidth, innerHeight, devicePixelRatio);
  reportStorage();
  report(R.start, 0, '', Date.now(), navigator.onLine ? 1 : 0);
}

async function main() {
  const fonts = Promise.all(FONTS.map(async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer())));
  const storage = openStorage();
  const words = wordsOf(choice());
  await load(apply);
  await storage;
  (await fonts).forEach((bytes, i) => report(R.font, i, bytes));
  launch(await words);
  listen();
  watchDrags();
  watchTooltips();
  watchFiles();
  watchMedia();
  watchFonts();
  watchContext();
  watchSize();
  document.getElementById('before')?.remove();
  // With the answers that came with the page it needs no more than these to show the same.
  for (let times = 0; times < 4; times++) advance(false);
  await firstDrawn;
  await takeOver();
  performance.mark('loggia-first-frame');
  dispatchEvent(new Event('loggia-ready'));
  watchForUpdates(() => {
    report(R.update);
    request();
  });
}

main().catch((error) => {
  dispatchEvent(new Event('loggia-failed'));
  throw error;
});
