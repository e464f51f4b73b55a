// What a first visit loads, in bytes of brotli: the browser names the files, the built site weighs them. What the
// server writes itself, the page and its style sheet, is weighed as it came.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Server, site } from '../e2e/support/server.mjs';
import { launch, settled } from './browser.mjs';
import { brotli, bundled } from './packages.mjs';
import { heading, kilobytes, row } from './table.mjs';

const budget = 350 * 1024;

async function weight(response) {
  const compressed = join(site, `${new URL(response.url()).pathname}.br`);
  if (existsSync(compressed)) return statSync(compressed).size;
  return (await response.request().sizes()).responseBodySize;
}

const server = await Server.launch();
const browser = await launch();
const page = await browser.newPage();
const files = new Map();
let answers = 0;
page.on('response', async (response) => {
  const { pathname, origin } = new URL(response.url());
  if (origin !== server.url || response.status() !== 200) return;
  if (pathname.startsWith('/api/')) answers++;
  else files.set(pathname, await weight(response));
});
await settled(page, server.url);

heading('Everything a first visit loads, brotli');
let total = 0;
for (const [file, bytes] of [...files].sort(([, a], [, b]) => b - a)) {
  total += bytes;
  row(file, kilobytes(bytes));
}
const used = Math.round((100 * total) / budget);
row(`total of ${files.size} files`, kilobytes(total), `budget ${kilobytes(budget)}, ${used} % used`);
row('answers of the API besides', answers);

// Next.js and React Query's transport come on top of it; they are left out.
const booker = await bundled(
  `import { createElement } from 'react';
   import { createRoot } from 'react-dom/client';
   import { Booker, CalProvider } from '@calcom/atoms';
   import '@calcom/atoms/globals.min.css';
   const booker = createElement(Booker, { eventSlug: 'lesson', username: 'ana' });
   createRoot(document.body).render(createElement(CalProvider, { clientId: 'id', options: {} }, booker));`,
  ['next/*'],
);
const theirs = brotli(booker.js) + brotli(booker.css);
row("Cal.com's Booker alone, its scripts", kilobytes(brotli(booker.js)), '@calcom/atoms without Next.js, fonts, data');
row("Cal.com's Booker alone, its styles", kilobytes(brotli(booker.css)));
row('total', kilobytes(theirs), `${(theirs / total).toFixed(2)} × ours, which is a whole portal`);

await browser.close();
await server.stop();
