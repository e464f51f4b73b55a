// The portal draws when something changed, and at no other time.
import type { Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '../support/api';
import { drawn, settled } from '../support/frames';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

const idle = 10_000;

/** Seconds of the minute at which a page rightly shows another minute: of the clock, or of a time it holds. */
type Turns = number[];

function noteHolds(page: Page, turns: Turns) {
  page.on('response', async (response) => {
    if (response.url().endsWith('/api/holds')) turns.push((await response.json()).expires_at % 60);
  });
}

/** Until ten seconds lie ahead in which no minute turns. */
async function quietMoment(turns: Turns) {
  const isQuiet = () => turns.every((turn) => (turn - (Date.now() / 1000) % 60 + 60) % 60 > idle / 1000 + 2);
  while (!isQuiet()) await sleep(200);
}

test('no frame is drawn in ten idle seconds, on any screen @every-size', async ({ another, server }) => {
  test.setTimeout(240_000);
  const turns: Turns = [0];
  const pages: Page[] = [];
  for (const { as, open } of screens) {
    const page = await another(as);
    noteHolds(page, turns);
    await open(page, new Api(page.request, server.url));
    pages.push(page);
  }
  for (const page of pages) await settled(page);
  await quietMoment(turns);
  const before = await Promise.all(pages.map(drawn));
  await sleep(idle);
  const after = await Promise.all(pages.map(drawn));
  const frames = screens.map(({ name }, index) => [name, after[index] - before[index]]);
  expect(frames).toEqual(screens.map(({ name }) => [name, 0]));
});

test('500 mouse moves over one button draw at most two frames', async ({ page }) => {
  await page.goto('/');
  const box = (await page.getByRole('link', { name: 'Sign in' }).boundingBox())!;
  await settled(page);
  const before = await drawn(page);
  for (let move = 0; move < 500; move++)
    await page.mouse.move(box.x + 2 + (move % (box.width - 4)), box.y + box.height / 2 + (move % 9) - 4);
  await settled(page);
  expect((await drawn(page)) - before).toBeLessThanOrEqual(2);
});

test('scrolling writes nothing to the document @every-size', async ({ page }) => {
  await page.goto('/register');
  await expect(page.getByLabel('Email')).toBeVisible();
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 320 });
  await settled(page);
  await page.evaluate(() => {
    const writes: string[] = [];
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) writes.push(`${type} ${target.nodeName} ${attributeName}`);
    });
    observer.observe(document, everything);
    Object.assign(window, { writes });
  });
  await page.mouse.move(100, 160);
  for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await settled(page);
  expect(await page.evaluate(() => (window as unknown as { writes: string[] }).writes)).toEqual([]);
});
