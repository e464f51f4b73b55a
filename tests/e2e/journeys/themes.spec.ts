// Light, dark, high contrast, and the colours of a visitor who brings their own.
import type { Locator, Page } from '@playwright/test';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { settled } from '../support/frames';
import { Mouse } from '../support/hands';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

const style = (thing: Locator, name: string) =>
  thing.evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);

/** What the colour word means on this page, as the browser computes it. */
const system = (page: Page, word: string) =>
  page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, word);

test.describe('in forced colours', () => {
  for (const { name, as, open } of screens) {
    test(`${name}: every control has a border or an underline, every text a colour`, async ({ another, server }) => {
      const page = await another(as);
      await page.emulateMedia({ forcedColors: 'active' });
      await open(page, new Api(page.request, server.url));
      await settled(page);
      await expect(page.locator('canvas')).toBeHidden();
      const unseen = await page.evaluate(() => {
        const isSeen = (node: Element) => node.checkVisibility() && node.getBoundingClientRect().width > 1;
        const bare = [...document.querySelectorAll('#mirror :is(a, button, .choice, .edit)')].filter((node) => {
          const { outlineStyle, borderStyle } = getComputedStyle(node);
          const words = [...node.querySelectorAll('span'), node];
          const isLined = words.some((word) => getComputedStyle(word).textDecorationLine === 'underline');
          const isIconOnly = !node.textContent!.trim();
          return isSeen(node) && outlineStyle === 'none' && borderStyle === 'none' && !isLined && !isIconOnly;
        });
        const written = '#mirror :is(span, p, h1, h2, h3, label, strong)';
        const words = [...document.querySelectorAll(written)].filter((node) => {
          const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim());
          return own && isSeen(node) && /^rgba.*, 0\)$/.test(getComputedStyle(node).color);
        });
        return [...bare, ...words].map((node) => node.outerHTML.slice(0, 200));
      });
      expect(unseen).toEqual([]);
    });
  }

  test('what is chosen, refused or focused can be told apart', async ({ page, api }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const wizard = new BookingWizard(page, new Mouse());
    const time = await api.freeTime();
    await wizard.open();
    await wizard.choose(time);
    const highlight = await system(page, 'Highlight');
    const day = wizard.day(time);
    expect(await style(day, 'background-color')).toBe(highlight);
    const full = page.getByRole('grid').locator('[aria-disabled=true]').first();
    const number = full.locator('span').first();
    expect(await style(number, 'color')).toBe(await system(page, 'GrayText'));
    await wizard.proceed();
    await wizard.bookButton.click();
    const name = page.getByLabel('Full name');
    await expect(name).toBeFocused();
    expect(await style(name, 'border-style')).toBe('double');
    expect(await style(name, 'outline-style')).not.toBe('none');
    await expect(page.getByText('Please tell us your name.')).toBeVisible();
  });
});

test('a visitor who asks for contrast gets it, light and dark', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ contrast: 'more', colorScheme: 'light' });
  await page.goto('/');
  await settled(page);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await settled(page);
  expect(await ground()).toBe('rgb(0, 0, 0)');
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'dark' });
  await settled(page);
  expect(await ground()).toBe('rgb(15, 20, 27)');
});

test('a visitor chooses the colours, and finds them chosen next time', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  await expect.poll(ground).toBe('rgb(15, 20, 27)');
  await page.getByRole('button', { name: 'Use light colours' }).click();
  await page.getByRole('button', { name: 'Use high contrast' }).click();
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await page.reload();
  const button = page.getByRole('button', { name: 'Use the system’s colours' });
  await expect(button).toBeVisible();
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe('rgb(0, 0, 0)');
  await button.click();
  await expect.poll(ground).toBe('rgb(15, 20, 27)');
});
