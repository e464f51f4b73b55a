// Frames drawn while nobody does anything, and while the mouse wanders over one button; what one frame of each screen
// takes.
import { randomUUID } from 'node:crypto';
import { Server } from '../e2e/support/server.mjs';
import { drawn, launch, settled } from './browser.mjs';
import { heading, percentile, row } from './table.mjs';

const redraws = 300;
const password = 'harbour-demo-2026';

const screens = [
  { name: 'services', path: '/' },
  { name: 'sign in', path: '/sign-in' },
  { name: 'registration', path: '/register' },
  { name: 'my home', path: '/my', as: 'mara@example.org' },
  { name: 'calendar of a week', path: '/staff', as: 'mia@harbour.example' },
];

const server = await Server.launch();
const browser = await launch();
const size = { viewport: { width: 1440, height: 900 } };

async function signedIn(email) {
  const context = await browser.newContext(size);
  if (email) {
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': randomUUID() };
    await context.request.post(`${server.url}/api/sessions`, { headers, data: { email, password } });
  }
  return context;
}

/** In the page, before its scripts: how long each callback of a frame takes. */
function timeFrames() {
  const wanted = requestAnimationFrame.bind(window);
  window.frameTimes = [];
  window.requestAnimationFrame = (callback) =>
    wanted((time) => {
      const began = performance.now();
      callback(time);
      window.frameTimes.push(performance.now() - began);
    });
}

/** In the page: the pointer goes from one thing to the next, each of which is lit up by a frame. */
async function wander(count) {
  const things = [...document.querySelectorAll('#mirror a, #mirror button, #mirror label')];
  window.frameTimes.length = 0;
  for (let turn = 0; turn < count; turn++) {
    things[turn % things.length].dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }),
    );
    await new Promise((done) => setTimeout(done, 20));
  }
  return window.frameTimes;
}

heading('Frames');
const page = await browser.newPage(size);
await settled(page, server.url);
const before = await drawn(page);
await page.waitForTimeout(10_000);
row('in 10 idle seconds', (await drawn(page)) - before, 'to reach: 0; hello_imgui 90');

const box = await page.getByRole('link', { name: 'Sign in' }).first().boundingBox();
const restful = await drawn(page);
for (let move = 0; move < 500; move++)
  await page.mouse.move(box.x + 4 + (move % (box.width - 8)), box.y + box.height / 2 + (move % 7) - 3);
await page.waitForTimeout(500);
row('on 500 mouse moves over one button', (await drawn(page)) - restful, 'to reach: at most 2');
await page.close();

heading('One frame, with layout, drawing and the elements');
for (const { name, path, as } of screens) {
  const context = await signedIn(as);
  const shown = await context.newPage();
  await shown.addInitScript(timeFrames);
  await settled(shown, server.url + path);
  const times = (await shown.evaluate(wander, redraws)).sort((a, b) => a - b);
  const at = (share) => `${percentile(times, share).toFixed(2)} ms`;
  row(name, at(0.5), `p99 ${at(0.99)}, of ${times.length}; to reach with 500 bookings: p99 2 ms`);
  await context.close();
}
await browser.close();
await server.stop();
