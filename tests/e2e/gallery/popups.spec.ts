// What lies above the page: where it lies, what closes it, and where the focus goes.
import type { Locator, Page } from '@playwright/test';
import { drawn, settled } from '../support/frames';
import { expect, test } from '../support/gallery';

/** Whether nothing covers it, looked at inside each edge: its corners are round, and a scrollbar lies at its right. */
const isOnTop = (target: Locator) =>
  target.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const edges = [[x, top + 3], [x, bottom - 3], [left + 3, y], [right - 20, y]];
    return edges.every(([x, y]) => node.contains(document.elementFromPoint(x, y)));
  });

async function open(page: Page, path: string) {
  await page.goto(path);
  await settled(page);
}

test('a list lies over the fields below it and inside the window @every-size', async ({ page }) => {
  await open(page, '/choices');
  const field = page.getByRole('combobox', { name: 'Client' });
  await field.click();
  const option = page.getByRole('option', { name: 'Mara Kovač' });
  await expect(option).toBeVisible();
  expect(await isOnTop(option)).toBe(true);
  const list = (await page.getByRole('listbox').boundingBox())!;
  expect(list.y).toBeGreaterThanOrEqual(0);
  expect(list.y + list.height).toBeLessThanOrEqual(page.viewportSize()!.height);
});

test('the option that the arrow keys reach is scrolled into the list', async ({ page }) => {
  await open(page, '/choices');
  await page.getByRole('combobox', { name: 'Client' }).focus();
  await page.keyboard.press('ArrowUp');
  const last = page.getByRole('option', { name: 'Sofía Hernández' });
  await expect(last).toBeInViewport();
  expect(await isOnTop(last)).toBe(true);
  const id = await last.getAttribute('id');
  await expect(page.getByRole('combobox', { name: 'Client' })).toHaveAttribute('aria-activedescendant', id!);
});

test('a list in a dialog is not cut, and Escape closes the list before the dialog @every-size', async ({ page }) => {
  await open(page, '/disclosure');
  await page.getByRole('button', { name: 'Choose a room…' }).click();
  const field = page.getByRole('combobox', { name: 'Room' });
  await field.click();
  const option = page.getByRole('option', { name: 'Hall' });
  await expect(option).toBeVisible();
  expect(await isOnTop(option)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(option).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Enter chooses in an open list and sends the form only when it is closed', async ({ page }) => {
  await open(page, '/fields');
  const seats = page.getByRole('spinbutton', { name: 'Seats' });
  await seats.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved 1 times')).toBeVisible();
});

for (const [how, leave] of [
  ['a press elsewhere', (page: Page) => page.mouse.click(5, 400)],
  ['Tab', (page: Page) => page.keyboard.press('Tab')],
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
] as [string, (page: Page) => Promise<void>][]) {
  test(`${how} closes a menu and a list`, async ({ page }) => {
    await open(page, '/buttons');
    await page.getByRole('button', { name: 'Actions' }).click();
    await expect(page.getByRole('menuitem', { name: 'Move' })).toBeFocused();
    await leave(page);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await open(page, '/choices');
    await page.getByRole('combobox', { name: 'Client' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await leave(page);
    await expect(page.getByRole('listbox')).toHaveCount(0);
  });
}

test('a menu scrolls with the page it belongs to', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await open(page, '/buttons');
  const opener = page.getByRole('button', { name: 'Actions' });
  await opener.click();
  const distance = async () =>
    (await page.getByRole('menu').boundingBox())!.y - (await opener.boundingBox())!.y;
  const before = await distance();
  await page.mouse.move(700, 100);
  await page.mouse.wheel(0, -150);
  await settled(page);
  expect(await distance()).toBeCloseTo(before, 0);
});

test('a tooltip shows on hover and on focus, draws no frame, and Escape dismisses it', async ({ page }) => {
  await open(page, '/buttons');
  const print = page.getByRole('button', { name: 'Print', exact: true });
  const tip = page.getByRole('tooltip', { name: 'Print' });
  await expect(tip).toBeHidden();
  await print.hover();
  await settled(page);
  const before = await drawn(page);
  await expect(tip).toBeVisible();
  expect(await isOnTop(tip)).toBe(true);
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.mouse.move(5, 5);
  await page.getByRole('link', { name: 'All pages' }).focus();
  await page.keyboard.press('Tab');
  await print.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(tip).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(tip).toBeHidden();
  expect((await drawn(page)) - before).toBeLessThanOrEqual(8);
  await expect(page.getByRole('button', { name: 'Copy' }))
    .toHaveAccessibleDescription('Copies the address of this booking');
});

test('a notice waits while the pointer is on it', async ({ page }) => {
  await page.clock.install();
  await page.goto('/feedback');
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await page.clock.runFor(30_000);
  await expect(undo).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.runFor(30_000);
  await expect(undo).toHaveCount(0);
});
