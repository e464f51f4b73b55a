// Playwright lives with the journeys; the benches that need a browser borrow it from there.
import { createRequire } from 'node:module';
import { launchOptions } from '../e2e/support/chromium.mjs';

const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('@playwright/test');

export function launch() {
  return chromium.launch(launchOptions);
}

/** Opens the portal and waits until it has drawn its last frame for now. */
export async function settled(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => window.loggia?.frames > 0);
  let frames = -1;
  for (;;) {
    const now = await drawn(page);
    if (now === frames) return;
    frames = now;
    await page.waitForTimeout(1000);
  }
}

export const drawn = (page) => page.evaluate(() => window.loggia.frames);
