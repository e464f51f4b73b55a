import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { Api } from '../support/api';
import { settled } from '../support/frames';
import { screens } from '../support/screens';
import { test } from '../support/test';

const directory =
  process.env.LOGGIA_SCREENSHOTS ?? fileURLToPath(new URL('../../../build/screenshots', import.meta.url));

/** What is seen at once, and, where the page is longer, its end. */
async function picture(page: Page, file: string) {
  await settled(page);
  await page.screenshot({ path: `${file}.png` });
  const isLonger = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 1);
  if (!isLonger) return;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settled(page);
  await page.screenshot({ path: `${file}-end.png` });
  await page.evaluate(() => scrollTo(0, 0));
}

for (const { name, as, open } of screens) {
  test(`picture of ${name}`, async ({ another, server }) => {
    const page = await another(as);
    await open(page, new Api(page.request, server.url));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { width } = page.viewportSize()!;
      await picture(page, `${directory}/${name.replaceAll(' ', '-')}-${width}-${colorScheme}`);
    }
  });
}
