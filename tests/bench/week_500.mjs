// A week of 500 bookings in one Chromium: the first picture and a change of all of them, ours beside FullCalendar.
// Both are there and warm; what is measured is from the wish until the frame that shows it was handed over.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { bundled } from './packages.mjs';
import { heading, percentile, row } from './table.mjs';

const rounds = 9;
const bookings = 500;
const gallery = resolve(
  fileURLToPath(new URL('../../', import.meta.url)),
  process.env.LOGGIA_GALLERY ?? 'build/web/gallery/site',
);
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};

/** The gallery's files; any other address is its page. */
function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(gallery, pathname);
    const known = extname(pathname) in types && existsSync(file);
    if (!known && extname(pathname)) return response.writeHead(404).end();
    response.setHeader('Content-Type', types[extname(pathname)] ?? 'text/html');
    response.end(readFileSync(known ? file : join(gallery, 'index.html')));
  });
  return new Promise((done) => server.listen(0, () => done(server)));
}

/** In the page: milliseconds until the frame after `wish` was handed over. */
const untilShown = `window.untilShown = (wish) => {
  const began = performance.now();
  wish();
  return new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - began);
    port2.postMessage(0);
  }));
}`;

async function measured(page, open, first, change) {
  const times = { first: [], change: [] };
  for (let round = 0; round < rounds; round++) {
    await open();
    await page.evaluate(untilShown);
    times.first.push(await page.evaluate(first));
    await page.waitForTimeout(300);
    times.change.push(await page.evaluate(change));
    await page.waitForTimeout(100);
  }
  for (const each of Object.values(times)) each.sort((a, b) => a - b);
  return times;
}

async function ours(page, url) {
  const open = async () => {
    await page.goto(`${url}/details`);
    await page.waitForFunction(() => window.loggia?.frames > 1);
    await page.waitForTimeout(500);
  };
  return measured(
    page,
    open,
    `untilShown(() => {
    history.pushState({}, '', '/week-500');
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  })`,
    `untilShown(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((one) => one.textContent.includes('Move all')).click();
    })`,
  );
}

/** The same bookings as src/ui/gallery/collection_pages.cpp. */
const events = `[...Array(${bookings}).keys()].map((i) => {
  const minute = 480 + (Math.trunc(i / 6) * 7) % 600 + by;
  const at = (minutes) => '2026-10-' + (19 + i % 6) + 'T' +
    String(Math.trunc(minutes / 60)).padStart(2, '0') + ':' + String(minutes % 60).padStart(2, '0') + ':00';
  return { id: 'b' + i, title: 'Booking ' + i, start: at(minute), end: at(minute + 45) };
})`;

async function fullCalendar(page) {
  const { js, css } = await bundled(`
    import { Calendar } from 'fullcalendar';
    import timeGrid from 'fullcalendar/timegrid';
    import classic from 'fullcalendar/themes/classic';
    import 'fullcalendar/skeleton.css';
    import 'fullcalendar/themes/classic/theme.css';
    import 'fullcalendar/themes/classic/palette.css';
    window.makeCalendar = (root, options) => new Calendar(root, { plugins: [timeGrid, classic], ...options });`);
  const open = async () => {
    await page.goto('about:blank');
    await page.setContent('<body style="margin:0"><div id="root"></div></body>');
    await page.addStyleTag({ content: css });
    await page.addScriptTag({ content: js, type: 'module' });
    await page.waitForFunction(() => window.makeCalendar !== undefined);
    await page.waitForTimeout(300);
  };
  const times = await measured(
    page,
    open,
    `untilShown(() => {
    const by = 0;
    window.calendar = makeCalendar(document.getElementById('root'), {
      initialView: 'timeGridWeek', initialDate: '2026-10-19', firstDay: 1, hiddenDays: [0], height: 'auto',
      slotMinTime: '08:00', slotMaxTime: '20:00', allDaySlot: false, events: ${events},
    });
    calendar.render();
  })`,
    `untilShown(() => { const by = 15; calendar.setOption('events', ${events}); })`,
  );
  times.shown = await page.evaluate(() => calendar.getEvents().length);
  return times;
}

heading(`A week of ${bookings} bookings, from the wish to the frame, median of ${rounds}`);
const browser = await launch();
const viewport = { width: 1440, height: 900 };
const theirs = await fullCalendar(await browser.newPage({ viewport }));
const milliseconds = (times) => `${percentile(times, 0.5).toFixed(0)} ms`;
if (existsSync(join(gallery, 'index.html'))) {
  const server = await serve();
  const our = await ours(await browser.newPage({ viewport }), `http://localhost:${server.address().port}`);
  server.close();
  for (const [kind, words] of [
    ['first', 'first picture'],
    ['change', 'all moved a quarter of an hour'],
  ]) {
    const ratio = percentile(theirs[kind], 0.5) / percentile(our[kind], 0.5);
    row(words, milliseconds(our[kind]), `FullCalendar ${milliseconds(theirs[kind])}: ${ratio.toFixed(1)} ×`);
  }
} else {
  row('first picture, FullCalendar', milliseconds(theirs.first), `ours: no ${gallery}`);
  row('all moved, FullCalendar', milliseconds(theirs.change), `${theirs.shown} bookings shown`);
}
await browser.close();
