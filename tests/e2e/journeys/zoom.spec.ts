// Larger, smaller, finer: the canvas has one pixel for each of the device's, nothing is cut, and a click still hits.
import type { CDPSession, Page } from '@playwright/test';
import { settled } from '../support/frames';
import { giveGraphicsBack, loseGraphics } from '../support/graphics';
import { sharpness } from '../support/pixels';
import { expect, test } from '../support/test';

const drawnPixels = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const box = canvas.getBoundingClientRect();
    const density = devicePixelRatio * visualViewport!.scale;
    const shown = [box.width, box.height].map((side) => Math.round(side * density));
    return { drawn: [canvas.width, canvas.height], shown };
  });

async function expectOnePixelEach(page: Page) {
  await expect(async () => {
    const { drawn, shown } = await drawnPixels(page);
    // Either rounding of a half pixel is right.
    for (const side of [0, 1]) expect(Math.abs(drawn[side] - shown[side])).toBeLessThanOrEqual(1);
  }).toPass();
}

async function expectNothingCut(page: Page) {
  const cut = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const things = [...document.querySelectorAll('#mirror :is(a, button, input, select, h1, h2)')];
    const outside = things.filter((thing) => {
      const { left, right } = thing.getBoundingClientRect();
      return left < -13 || right > width + 1;
    });
    return [document.documentElement.scrollWidth - width, ...outside.map((thing) => thing.outerHTML.slice(0, 120))];
  });
  expect(cut).toEqual([0]);
}

/** Presses a link with the pointer, by its place and not by its element, and sees it answer. */
async function expectClickHits(page: Page) {
  const link = page.getByRole('link', { name: 'Sign in' });
  const box = (await link.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByLabel('Email')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
}

const open = async (page: Page) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
  await settled(page);
};

for (const scale of [1, 1.25, 1.5, 2, 3]) {
  test(`a device with ${scale} pixels for one`, async ({ browser, server }) => {
    const context = await browser.newContext({ deviceScaleFactor: scale, viewport: { width: 1101, height: 701 } });
    const page = await context.newPage();
    await page.goto(server.url);
    await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
    await expectOnePixelEach(page);
    await expectClickHits(page);
    await context.close();
  });
}

async function zoom(session: CDPSession, factor: number) {
  const size = { width: Math.round(1440 / factor), height: Math.round(900 / factor) };
  await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: factor, mobile: false });
}

test('browser zoom from 50 to 400 percent', async ({ page, context }) => {
  test.slow();
  await open(page);
  const session = await context.newCDPSession(page);
  for (const factor of [0.5, 0.67, 0.9, 1.1, 1.75, 2.5, 4]) {
    await zoom(session, factor);
    await expectOnePixelEach(page);
    await settled(page);
    await expectNothingCut(page);
    await expectClickHits(page);
  }
});

test('a larger font in the browser makes everything larger', async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await open(page);
  const heading = page.getByRole('heading', { name: 'Book a visit' });
  const before = (await heading.boundingBox())!.height;
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  await expect.poll(async () => (await heading.boundingBox())!.height / before).toBeCloseTo(1.5, 1);
  await settled(page);
  await expectOnePixelEach(page);
  await expectNothingCut(page);
  await expectClickHits(page);
});

test('a page pinched larger is drawn again as finely as it is seen @phone', async ({ page, context, browser }) => {
  await open(page);
  const session = await context.newCDPSession(page);
  const reader = await browser.newPage();
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2.5 });
  const place = () => page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('canvas')!.getBoundingClientRect();
    const seen = visualViewport!;
    return {
      drawn: [left, top, width, height].map(Math.round),
      seen: [seen.offsetLeft, seen.offsetTop, seen.width, seen.height].map(Math.round),
    };
  });
  await expect.poll(async () => (await place()).drawn[2]).toBeLessThan(200);
  const { drawn, seen } = await place();
  expect(drawn).toEqual(seen);
  await expectOnePixelEach(page);
  await settled(page);
  const sharp = await sharpness(reader, await page.screenshot());
  await loseGraphics(page);
  const native = await sharpness(reader, await page.screenshot());
  await giveGraphicsBack(page);
  expect(sharp).toBeGreaterThan(0.8 * native);
  await page.getByRole('link', { name: /^Violin lesson/ }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await expect.poll(async () => (await place()).drawn[2]).toBe(page.viewportSize()!.width);
  await expectOnePixelEach(page);
  await reader.close();
});
