// The portal draws when something changed, and at no other time.
import type { Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '../support/api';
import { drawn, settled } from '../support/frames';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

const idle = 10_000;

/** A clock on the screen may show the next minute; the ten seconds lie between two of those. */
async function earlyInAMinute() {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < idle + 2_000) await sleep(left + 500);
}

async function framesWhileIdle(page: Page) {
  await settled(page);
  await earlyInAMinute();
  const before = await drawn(page);
  await sleep(idle);
  return (await drawn(page)) - before;
}

test('no frame is drawn in ten idle seconds, on any screen @every-size', async ({ another, server }) => {
  test.setTimeout(240_000);
  const watched: Promise<[string, number]>[] = [];
  for (const { name, as, open } of screens) {
    const page = await another(as);
    await open(page, new Api(page.request, server.url));
    watched.push(framesWhileIdle(page).then((frames) => [name, frames]));
  }
  expect(await Promise.all(watched)).toEqual(screens.map(({ name }) => [name, 0]));
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
