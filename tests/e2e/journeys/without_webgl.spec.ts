// Where there is no WebGL, or a canvas cannot serve, CSS paints what it would have.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newcomer } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { settled } from '../support/frames';
import { withoutWebGl } from '../support/graphics';
import { Mouse } from '../support/hands';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

test('a lesson is booked without WebGL @every-size', async ({ page, api }) => {
  await withoutWebGl(page);
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  await wizard.introduce(newcomer('Zala Gorjup'));
  await wizard.confirm();
  await expect(wizard.bookedHeading).toBeVisible();
});

// The text is painted by the browser here, so axe sees the colours that the canvas would have used.
for (const { name, as, open } of screens) {
  test(`${name}: every text reads on its ground, light and dark and in high contrast`, async ({ another, server }) => {
    test.slow();
    const page = await another(as);
    await withoutWebGl(page);
    await open(page, new Api(page.request, server.url));
    for (const contrast of ['no-preference', 'more'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, contrast });
        await settled(page);
        const rules = ['color-contrast', ...(contrast === 'more' ? ['color-contrast-enhanced'] : [])];
        const { violations } = await new AxeBuilder({ page }).withRules(rules).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, any }) => [id, html.slice(0, 160), any[0]?.message]));
        expect(found, `${colorScheme}, contrast ${contrast}`).toEqual([]);
      }
    }
  });
}

test('the window may change its size without WebGL too', async ({ page }) => {
  await withoutWebGl(page);
  await page.goto('/');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await page.setViewportSize({ width: 500, height: 800 });
  await expect.poll(async () => (await main.boundingBox())!.width).toBeLessThanOrEqual(500);
});

const inkOf = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);

const clear = /^rgba.*, 0\)$/;

test('on paper stands the whole page, not a picture of the window', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  expect(await inkOf(page)).toMatch(clear);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('canvas')).toBeHidden();
  expect(await inkOf(page)).not.toMatch(clear);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('canvas')).toBeVisible();
  expect(await inkOf(page)).toMatch(clear);
});

/** As the browser's translator does it: a class on the root, and every text in two new elements. */
const translate = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.classList.add('translated-ltr');
    const walker = document.createTreeWalker(document.querySelector('#mirror')!, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font'), inner = document.createElement('font');
      inner.textContent = text.textContent!.toUpperCase();
      outer.append(inner);
      text.parentNode!.replaceChild(outer, text);
    }
  });

test('a translated page shows the translation', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  await translate(page);
  await expect(page.locator('canvas')).toBeHidden();
  const heading = page.getByRole('heading', { name: 'BOOK A VISIT' });
  await expect(heading).toBeVisible();
  expect(await inkOf(page)).not.toMatch(clear);
  // What changes afterwards comes in place of what was translated.
  const month = page.getByRole('grid');
  const before = await month.getAttribute('aria-label');
  await page.getByRole('button', { name: 'Next month' }).click();
  await expect(month).not.toHaveAttribute('aria-label', before!);
  const title = (await month.getAttribute('aria-label'))!;
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
});
