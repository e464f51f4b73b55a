// What is drawn behaves like the text of any page: it is found, selected, copied, and its links are links.
import type { Locator, Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { settled } from '../support/frames';
import { expect, test } from '../support/test';

const find = (page: Page, words: string) =>
  page.evaluate((text) => window.find(text, false, false, true), words);
const selected = (page: Page) => page.evaluate(() => getSelection()!.toString());

async function open(page: Page) {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
  await settled(page);
}

/** From the beginning of one text to the end of another, with the mouse. */
async function drag(page: Page, from: Locator, to: Locator) {
  const [first, last] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(first.x + 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 5 });
  await page.mouse.move(last.x + last.width - 1, last.y + last.height / 2, { steps: 5 });
  await page.mouse.up();
}

test('find in page finds what is drawn and goes to it @every-size', async ({ page }) => {
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 360 });
  await page.goto('/register');
  await expect(page.getByLabel('Email')).toBeVisible();
  await settled(page);
  expect(await find(page, 'Have an account')).toBe(true);
  const place = () =>
    page.evaluate(() => {
      const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
    });
  await expect.poll(place).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await find(page, 'nowhere to be seen')).toBe(false);
});

test('a heading is selected with the mouse and copied', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await open(page);
  const heading = page.getByRole('heading', { name: 'Book a visit' });
  await drag(page, heading, heading);
  expect(await selected(page)).toBe('Book a visit');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Book a visit');
});

test('a word is selected with a double click, a line with a triple click', async ({ page }) => {
  await open(page);
  const heading = page.getByRole('heading', { name: 'Book a visit' });
  await heading.dblclick({ position: { x: 10, y: 18 } });
  expect((await selected(page)).trim()).toBe('Book');
  await heading.click({ clickCount: 3, position: { x: 10, y: 18 } });
  expect((await selected(page)).trim()).toBe('Book a visit');
});

test('the whole page can be selected, in the order in which it is read', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ControlOrMeta+a');
  const text = await selected(page);
  const order = ['Book a visit', 'Piano lesson', 'Ensemble class', 'With whom?', 'Ana Novak'];
  const places = order.map((words) => text.indexOf(words));
  expect(
    places.every((place) => place >= 0),
    text,
  ).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('what is selected stays selected while frames are drawn', async ({ page }) => {
  await open(page);
  const heading = page.getByRole('heading', { name: 'Book a visit' });
  await drag(page, heading, heading);
  await page.getByRole('button', { name: 'Next month' }).hover();
  await settled(page);
  expect(await selected(page)).toBe('Book a visit');
});

const keys: { name: string; modifiers?: ('Control' | 'Meta' | 'Shift')[]; button?: 'middle' }[] = [
  { name: 'Control and a click', modifiers: ['Control'] },
  { name: 'the middle button', button: 'middle' },
  { name: 'Shift and a click', modifiers: ['Shift'] },
];

for (const { name, modifiers, button } of keys) {
  test(`${name} opens a link in a page of its own`, async ({ page, context }) => {
    await open(page);
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in' }).first().click({ modifiers, button });
    const other = await opened;
    await expect(other).toHaveURL('/sign-in');
    await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page).toHaveURL('/');
    await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
  });
}

test('every link has an address, its menu is the browser’s, and it can be dragged', async ({
  page,
  signedIn,
}) => {
  await signedIn(accounts.staff);
  for (const path of ['/', '/my', '/staff', '/sign-in']) {
    await page.goto(path);
    await settled(page);
    const links = await page.getByRole('link').all();
    expect(links.length, path).toBeGreaterThan(0);
    for (const link of links) {
      const facts = await link.evaluate((node: HTMLAnchorElement) => {
        node.scrollIntoView({ block: 'center' });
        const box = node.getBoundingClientRect();
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const say = (kind: string) =>
          (hit ?? node).dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, button: 2 }));
        return {
          name: node.textContent,
          isOnTop: node.contains(hit),
          hasAddress: node.href.startsWith(location.origin) || /^(mailto|tel|https):/.test(node.href),
          hasMenu: say('contextmenu'),
          canBeDragged: node.draggable && say('dragstart'),
        };
      });
      expect
        .soft(facts, path)
        .toMatchObject({ isOnTop: true, hasAddress: true, hasMenu: true, canBeDragged: true });
    }
  }
});

test('text can be dragged out of the page', async ({ page }) => {
  await open(page);
  const heading = page.getByRole('heading', { name: 'Book a visit' });
  await drag(page, heading, heading);
  await page.evaluate(() => {
    addEventListener('dragstart', (event) => {
      Object.assign(window, { dragged: event.dataTransfer!.getData('text/plain') });
    });
  });
  const box = (await heading.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 200, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate(() => (window as unknown as { dragged?: string }).dragged)).toBe('Book a visit');
});
