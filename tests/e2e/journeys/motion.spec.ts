// What moves does so briefly, and nobody has to wait for it.
import type { Page } from '@playwright/test';
import { Api } from '../support/api';
import { drawn, settled } from '../support/frames';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

const home = screens.find(({ name }) => name === 'my home')!;

async function openHome(page: Page, url: string) {
  await home.open(page, new Api(page.request, url));
  await settled(page);
}

// On some days of the week the demo's next lesson is less than a day ahead and cannot be cancelled any more.
const cancel = (page: Page) => page.getByRole('button', { name: /^Cancel /, disabled: false }).first();

test('a dialog can be used while it still slides in, and stops asking for frames', async ({ another, server }) => {
  const page = await another(home.as);
  await openHome(page, server.url);
  await cancel(page).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // A click of a script waits for nothing.
  await page.getByRole('button', { name: 'Keep it' }).evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await cancel(page).click();
  await settled(page);
  const before = await drawn(page);
  await settled(page);
  expect(await drawn(page)).toBe(before);
});

test('whoever prefers no motion gets none', async ({ another, server }) => {
  const page = await another(home.as);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openHome(page, server.url);
  const before = await drawn(page);
  await cancel(page).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((node) => node.getAnimations({ subtree: true }).length)).toBe(0);
  await settled(page);
  // The pointer's arrival, its press and the dialog; not the dozen of a slide.
  expect((await drawn(page)) - before).toBeLessThanOrEqual(8);
});

test('no animation of the portal takes longer than a fifth of a second', async ({ another, server }) => {
  const page = await another(home.as);
  await openHome(page, server.url);
  await page.evaluate(() => {
    const lengths: number[] = [];
    // Of its style: on a slow machine the animation itself may be over when its beginning is told.
    document.addEventListener('animationstart', ({ target, pseudoElement }) => {
      const { animationDuration, animationIterationCount } = getComputedStyle(target as Element, pseudoElement);
      if (animationIterationCount === '1') lengths.push(1000 * parseFloat(animationDuration));
    }, true);
    Object.assign(window, { lengths });
  });
  await cancel(page).click();
  await settled(page);
  const lengths = await page.evaluate(() => (window as unknown as { lengths: number[] }).lengths);
  expect(lengths.length).toBeGreaterThan(0);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
});
