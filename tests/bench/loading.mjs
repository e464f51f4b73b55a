// From the address to the first words, the first frame of the canvas, and the first free time that can be pressed:
// on a good line, on a slow phone, and on the second visit.
import { Server } from '../e2e/support/server.mjs';
import { launch } from './browser.mjs';
import { heading, percentile, row } from './table.mjs';

const rounds = 5;

// Lighthouse's "slow 4G" and its slowdown of the processor, as the DevTools apply them.
const lines = [
  { name: 'full speed', slowdown: 1 },
  {
    name: '4 × slower processor, slow 4G',
    slowdown: 4,
    line: { latency: 562.5, down: 1_474_560, up: 675_000 },
  },
];

/** In the page, from before its first script: when a free time could first be pressed. */
const watch = () => {
  const isTime = (node) => /^\d\d:\d\d$/.test(node.textContent.trim());
  const look = () => {
    const time = [...document.querySelectorAll('button, a, label')].find(
      (node) => isTime(node) && node.getClientRects().length,
    );
    if (time) return performance.mark('usable');
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** In the page: until the service worker has taken over, if there is one, and a moment for it to keep the files. */
const kept = () => {
  const soon = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  return Promise.race([navigator.serviceWorker?.ready.then(() => soon(1000)), soon(20_000)]);
};

/** An address that shows free times: a service and a day on which there are some. */
async function addressOf(url) {
  const ask = async (path) => (await fetch(url + path)).json();
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { services } = await ask('/api/services');
  const { times } = await ask(`/api/free-times?service_id=${services[0].id}&from=${day(2)}&to=${day(20)}`);
  return `${url}/book/${services[0].id}?at=${times[0].starts_at}`;
}

async function visit(page, address) {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () =>
      ['first-contentful-paint', 'loggia-first-frame', 'usable'].every((name) => performance.getEntriesByName(name)[0]),
    null,
    { timeout: 120_000 },
  );
  return page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0].startTime;
    return { words: at('first-contentful-paint'), frame: at('loggia-first-frame'), usable: at('usable') };
  });
}

async function prepared(browser, { slowdown, line }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (line) {
    await devTools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.down / 8,
      uploadThroughput: line.up / 8,
    });
  }
  return { context, page };
}

const server = await Server.launch();
const browser = await launch();
const address = await addressOf(server.url);
const moments = [
  ['words', 'first words'],
  ['frame', 'first frame of the canvas'],
  ['usable', 'a free time can be pressed'],
];

for (const line of lines) {
  const first = [],
    second = [];
  for (let round = 0; round < rounds; round++) {
    const { context, page } = await prepared(browser, line);
    first.push(await visit(page, address));
    await page.evaluate(kept);
    second.push(await visit(page, address));
    await context.close();
  }
  heading(`From the address on, ${line.name}, median of ${rounds}: first visit, second visit`);
  const median = (visits, moment) =>
    `${percentile(
      visits.map((each) => each[moment]).sort((a, b) => a - b),
      0.5,
    ).toFixed(0)} ms`;
  for (const [moment, words] of moments) row(words, median(first, moment), median(second, moment));
}
await browser.close();
await server.stop();
