// The canvas takes over from the server's page: the same screen, what was typed, where the focus was. Where it cannot,
// the page stays and works.
import type { Locator, Page } from '@playwright/test';
import { newcomer } from '../support/accounts';
import { BookingWizard } from '../support/booking_wizard';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

const hand = new Mouse();

/** Keeps WebAssembly back until the function it returns is called. */
async function keepBack(page: Page) {
  let goOn = () => {};
  const patience = new Promise<void>((done) => (goOn = done));
  await page.route('**/*.wasm', async (route) => {
    await patience;
    await route.continue();
  });
  return goOn;
}

/** Where forms do the work, a press brings the next page; only a box is ticked in place. */
class FormMouse extends Mouse {
  override press = async (target: Locator) => {
    if ((await target.getAttribute('type')) === 'checkbox') return target.click();
    const arrived = target.page().waitForEvent('load');
    await target.click();
    await arrived;
  };
}

const mirror = (page: Page) => page.locator('#mirror');

test('what was typed, ticked and focused before the canvas came is there when it is', async ({
  page,
  api,
}) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const person = newcomer('Vida Zorman');
  const goOn = await keepBack(page);
  await page.goto(`/book/${time.service.id}/details?at=${time.start.toSeconds()}`, { waitUntil: 'load' });
  const wizard = new BookingWizard(page, hand);
  await wizard.introduce(person);
  await wizard.agree();
  const phone = page.getByLabel('Phone');
  await phone.focus();
  await phone.evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 5));
  goOn();
  await expect(page.locator('#page')).toHaveCount(0);
  await expect(page.getByLabel('Full name')).toHaveCount(1);
  await expect(page.getByLabel('Full name')).toHaveValue(person.name);
  await expect(page.getByLabel('Choose a password')).toHaveValue(person.password);
  await expect(page.getByRole('checkbox', { name: /^I agree/ })).toBeChecked();
  await expect(phone).toBeFocused();
  expect(
    await phone.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]),
  ).toEqual([2, 5]);
  await expect(page.getByText(/^Held for you/)).toBeVisible();
  await wizard.bookButton.click();
  await expect(wizard.bookedHeading).toBeVisible();
});

test('the first picture of the canvas shows what the page showed, without asking again', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(mirror(page).getByRole('grid')).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/events')).toEqual([]);
});

test('at no moment is the page there twice, or not at all', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const html = document.getElementById('page') !== null;
      const stage = document.getElementById('stage');
      const canvas = stage !== null && getComputedStyle(stage).visibility === 'visible';
      if (document.readyState !== 'loading') seen.push(`${html} ${canvas}`);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('/');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
  expect(seen).not.toContain('true true');
  expect(seen).not.toContain('false false');
  expect(seen).toContain('false true');
});

for (const [what, files] of [
  ['WebAssembly', '**/*.wasm'],
  ['the portal', '**/app.*.js'],
  ['a font', '**/*.ttf'],
] as const) {
  test(`without ${what} a visitor books by forms`, async ({ page, api }) => {
    await page.route(files, (route) => route.abort());
    const wizard = new BookingWizard(page, new FormMouse());
    const time = await api.freeTime({ performer: 'Ana Novak' });
    await wizard.open();
    await wizard.choose(time);
    await wizard.pressContinue();
    await wizard.introduce(newcomer('Iris Potok'));
    await wizard.confirm();
    await expect(page.getByText('Ana Novak').first()).toBeVisible();
  });
}
