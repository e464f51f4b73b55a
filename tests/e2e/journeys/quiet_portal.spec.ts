// The portal draws when something changed, and at no other time.
import type { Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accounts } from '../support/accounts';
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

/** Every screen, and the calendar for everybody else who has one. */
const visits = [
  ...screens,
  ...(['limitedStaff', 'performer', 'manager', 'owner'] as const).map((role) => {
    const { open } = screens.find(({ name }) => name === 'calendar')!;
    return { name: `calendar of the ${role}`, as: accounts[role], open };
  }),
];

test('no frame is drawn in ten idle seconds, on any screen, for anybody @every-size', async ({ another, server }) => {
  test.setTimeout(240_000);
  const turns: Turns = [0];
  const pages: Page[] = [];
  for (const { as, open } of visits) {
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
  const frames = visits.map(({ name }, index) => [name, after[index] - before[index]]);
  expect(frames).toEqual(visits.map(({ name }) => [name, 0]));
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

test('a hidden tab draws nothing, however much happens, and all of it when it is seen again', async ({ page }) => {
  await page.addInitScript(() => {
    let draws = 0;
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...all) {
      draws++;
      drawElements.apply(this, all);
    };
    Object.assign(window, { draws: () => draws });
  });
  const draws = () => page.evaluate(() => (window as unknown as { draws(): number }).draws());
  const hide = (hidden: boolean) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await page.goto('/');
  await settled(page);
  const before = await draws();
  expect(before).toBeGreaterThan(0);
  await hide(true);
  const next = page.getByRole('button', { name: 'Next month' });
  const month = page.getByRole('grid');
  const name = await month.getAttribute('aria-label');
  await next.evaluate((button: HTMLElement) => button.click());
  await expect(month).not.toHaveAttribute('aria-label', name!);
  await settled(page);
  expect(await draws()).toBe(before);
  await hide(false);
  await expect.poll(draws).toBeGreaterThan(before);
});

async function noteWrites(page: Page) {
  await page.evaluate(() => {
    const writes: string[] = [];
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) writes.push(`${type} ${target.nodeName} ${attributeName}`);
    });
    observer.observe(document, everything);
    Object.assign(window, { writes });
  });
  return () => page.evaluate(() => (window as unknown as { writes: string[] }).writes);
}

test('scrolling writes nothing to the document @every-size', async ({ page }) => {
  await page.goto('/register');
  await expect(page.getByLabel('Email')).toBeVisible();
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 320 });
  await settled(page);
  const writes = await noteWrites(page);
  await page.mouse.move(100, 160);
  for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await settled(page);
  expect(await writes()).toEqual([]);
});

test('scrolling the hours of the calendar writes nothing either', async ({ another, server }) => {
  const { as, open } = screens.find(({ name }) => name === 'calendar')!;
  const page = await another(as);
  await page.setViewportSize({ width: 1440, height: 500 });
  await open(page, new Api(page.request, server.url));
  await page.mouse.move(700, 400);
  await settled(page);
  const writes = await noteWrites(page);
  for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 30);
  const scrolled = () => page.locator('.scroll').evaluateAll((all) => Math.max(...all.map((one) => one.scrollTop)));
  await expect.poll(scrolled).toBeGreaterThan(100);
  await settled(page);
  // The pointer stands over other blocks now; that is drawn, not written.
  expect(await writes()).toEqual([]);
});
