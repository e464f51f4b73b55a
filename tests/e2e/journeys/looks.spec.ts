// Not whether it is beautiful, which is for people to see, but that there is something to look at.
import type { Page } from '@playwright/test';
import { BookingWizard } from '../support/booking_wizard';
import { settled } from '../support/frames';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

/** Brightness from 0 to 255 and the number of different colours, by the pixels of a screenshot. */
async function pixelsOf(page: Page, reader: Page) {
  const image = await page.screenshot();
  return reader.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]));
    const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    surface.drawImage(bitmap, 0, 0);
    const { data } = surface.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    let sum = 0;
    for (let at = 0; at < data.length; at += 4) {
      colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
    }
    return { brightness: sum / (data.length / 4), colours: colours.size };
  }, image.toString('base64'));
}

test('the portal is drawn, light by day and dark by night @every-size', async ({ page, browser }) => {
  const reader = await browser.newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
  await settled(page);
  const light = await pixelsOf(page, reader);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  const dark = await pixelsOf(page, reader);
  await reader.close();
  expect(light.brightness).toBeGreaterThan(200);
  expect(dark.brightness).toBeLessThan(80);
  expect(light.colours).toBeGreaterThan(100);
  expect(dark.colours).toBeGreaterThan(100);
});

test('the canvas has one pixel for each of the device @every-size', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  const size = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const box = canvas.getBoundingClientRect();
    const shown = [box.width, box.height].map((side) => Math.round(side * devicePixelRatio));
    return { drawn: [canvas.width, canvas.height], shown };
  });
  expect(size.drawn).toEqual(size.shown);
});

test('without WebGL the portal can still be read and used', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/');
  const heading = page.getByRole('heading', { level: 1, name: 'Book a visit' });
  await expect(heading).toBeVisible();
  const colour = await heading.evaluate((node) => getComputedStyle(node).color);
  expect(colour).not.toMatch(/, 0\)$/);
});

test('a row under the pointer stays within the round corners of its card', async ({ page, api }) => {
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  const row = page.getByRole('radio', { name: 'My child' });
  const box = (await row.boundingBox())!;
  const look = async () => {
    await settled(page);
    const at = (x: number, y: number) => page.screenshot({ clip: { x, y, width: 2, height: 2 } });
    return { corner: await at(box.x, box.y + box.height - 2), middle: await at(box.x + box.width / 2, box.y + 4) };
  };
  await page.mouse.move(1, 1);
  const before = await look();
  await row.hover();
  const after = await look();
  expect(after.corner.equals(before.corner)).toBe(true);
  expect(after.middle.equals(before.middle)).toBe(false);
});
