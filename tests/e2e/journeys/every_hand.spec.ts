// By mouse, finger, keyboard or program: the same deeds leave the same records, each exactly once.
import type { Locator, Page } from '@playwright/test';
import { Account } from '../support/account_screens';
import { accounts, newcomer } from '../support/accounts';
import { Api, type Booking } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { changesOf } from '../support/changes';
import { ClientHome } from '../support/client_home';
import { Dispatch, Finger, type Hand, Keyboard, Mouse, Script } from '../support/hands';
import { expect, test } from '../support/test';

type Way = { name: string; hand: (page: Page) => Hand };

/** What the server has stored, without what differs from lesson to lesson. */
const essence = ({ status, client_name }: Booking) => ({ status, client_name });

/** A stranger books for a child, signs out, signs in again, and cancels. */
async function wholeWay(page: Page, api: Api, hand: Hand) {
  const changes = changesOf(page);
  const server = new Api(page.request, new URL(api.url).origin);
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const parent = newcomer('Vida Zorman');
  const wizard = new BookingWizard(page, hand);
  await wizard.open();
  await wizard.choose(time);
  await wizard.proceed();
  await wizard.introduce(parent);
  await wizard.chooseChild('Neža', '2016-05-03');
  await wizard.confirm();
  await expect(page.getByText('Neža').first()).toBeVisible();
  await expect(page).toHaveURL(/\/booked\/\d+$/);
  const booked = await server.myBookings();
  expect(booked.map(essence)).toEqual([{ status: 'confirmed', client_name: 'Neža' }]);
  expect(booked[0]).toMatchObject({
    service_id: time.service.id,
    person_id: time.performer.id,
    starts_at: time.startsAt,
  });

  const account = new Account(page, hand);
  await account.signOut();
  await page.goto('/sign-in');
  await account.signIn(parent.email, parent.password);
  const home = new ClientHome(page, hand);
  await expect(home.booking(time)).toContainText('Neža');
  await home.cancel(time);
  expect((await server.myBookings()).map(essence)).toEqual([{ status: 'cancelled', client_name: 'Neža' }]);
  expect(changes).toEqual({
    '/api/holds': 1,
    '/api/clients': 1,
    '/api/bookings': 1,
    '/api/sessions/end': 1,
    '/api/sessions': 1,
    '/api/bookings/{}/cancel': 1,
  });
}

const ways: Way[] = [
  { name: 'by mouse', hand: () => new Mouse() },
  { name: 'by keyboard alone', hand: (page) => new Keyboard(page) },
  { name: 'by element.click()', hand: () => new Script() },
  { name: 'by dispatched events', hand: () => new Dispatch() },
];

for (const { name, hand } of ways) {
  test(`a visitor becomes a client, comes back and cancels, ${name}`, async ({ page, api }) => {
    test.slow();
    await wholeWay(page, api, hand(page));
  });
}

test('a visitor becomes a client, comes back and cancels, with a finger on a phone @phone', async ({
  page,
  api,
}) => {
  await wholeWay(page, api, new Finger());
});

type Twice = { name: string; press: (page: Page, target: Locator) => Promise<unknown> };

async function holdEnterDown(page: Page, target: Locator) {
  await target.focus();
  for (let repeat = 0; repeat < 6; repeat++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
}

/** Finger and mouse, as screens report that are both; the mouse only while the same thing is under it. */
async function tapAndClick(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const node = (await target.elementHandle())!;
  const box = (await node.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.touchscreen.tap(x, y);
  const isStillThere = ([one, x, y]: readonly [Node, number, number]) =>
    one.contains(document.elementFromPoint(x, y));
  if (await page.evaluate(isStillThere, [node, x, y] as const)) await page.mouse.click(x, y);
}

const twice: Twice[] = [
  { name: 'a double click', press: (_, target) => target.dblclick() },
  { name: 'a triple click', press: (_, target) => target.click({ clickCount: 3 }) },
  { name: 'Enter held down', press: holdEnterDown },
  { name: 'a tap and a click', press: tapAndClick },
  {
    name: 'two clicks in one task',
    press: (_, target) => target.evaluate((node: HTMLElement) => [node.click(), node.click()]),
  },
];

test.describe('twice is once', () => {
  test.use({ hasTouch: true });
  for (const { name, press } of twice) {
    test(`${name} holds, books and cancels once`, async ({ page, signedIn }) => {
      const api = await signedIn(accounts.client);
      const time = await api.freeTime({ performer: 'Ana Novak' });
      const before = (await api.myBookings()).map(({ id }) => id);
      const changes = changesOf(page);
      const wizard = new BookingWizard(page, new Mouse());
      await wizard.open();
      await wizard.choose(time);
      await press(page, page.getByRole('link', { name: 'Continue' }));
      await expect(page.getByText(/^Held for you/)).toBeVisible();
      await wizard.agree();
      await press(page, wizard.bookButton);
      await expect(wizard.bookedHeading).toBeVisible();

      const home = new ClientHome(page, new Mouse());
      await home.open();
      await press(page, home.booking(time).getByRole('button', { name: /^Cancel/ }));
      await expect(home.dialog).toBeVisible();
      await press(page, home.dialog.getByRole('button', { name: 'Cancel booking' }));
      await expect(home.booking(time)).toHaveCount(0);
      expect(changes).toEqual({ '/api/holds': 1, '/api/bookings': 1, '/api/bookings/{}/cancel': 1 });
      const stored = (await api.myBookings()).filter(({ id }) => !before.includes(id));
      expect(stored.map(({ status }) => status)).toEqual(['cancelled']);
    });
  }

  test('an impatient visitor who keeps pressing while the server thinks books once', async ({
    page,
    signedIn,
  }) => {
    const api = await signedIn(accounts.client);
    const time = await api.freeTime({ performer: 'Ana Novak' });
    const changes = changesOf(page);
    let answer = () => {};
    const thinking = new Promise<void>((done) => (answer = done));
    await page.route('**/api/bookings', async (route) => {
      await thinking;
      await route.continue();
    });
    const wizard = new BookingWizard(page, new Mouse());
    await wizard.open();
    await wizard.choose(time);
    await wizard.proceed();
    await wizard.agree();
    for (let press = 0; press < 5; press++) await wizard.bookButton.click({ force: true });
    await page.keyboard.press('Enter');
    answer();
    await expect(wizard.bookedHeading).toBeVisible();
    expect(changes).toEqual({ '/api/holds': 1, '/api/bookings': 1 });
  });

  test('a double click signs in once, and one on a new screen presses nothing there', async ({ page }) => {
    const changes = changesOf(page);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(accounts.client);
    await page.getByLabel('Password', { exact: true }).fill('harbour-demo-2026');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).dblclick();
    await expect(page).toHaveURL('/my');
    expect(changes).toEqual({ '/api/sessions': 1 });

    // What the first click brings under the pointer is not what the second was meant for.
    await page.goto('/');
    const [first, second] = [page.getByRole('link', { name: 'My bookings' }), page.getByRole('main')];
    const steps = await page.evaluate(() => history.length);
    await first.first().dblclick();
    await expect(page).toHaveURL('/my');
    await expect(second).toContainText('Mara');
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('who presses twice to go two months ahead gets there', async ({ page }) => {
  await page.goto('/');
  const grid = page.getByRole('grid');
  const month = async () => (await grid.getAttribute('aria-label')) ?? (await grid.textContent());
  await expect(grid).toBeVisible();
  const next = page.getByRole('button', { name: 'Next month' });
  const first = await month();
  await next.click();
  await expect.poll(month).not.toBe(first);
  const second = await month();
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect.poll(month).toBe(first);
  await next.dblclick();
  await expect.poll(month).not.toBe(first);
  await expect.poll(month).not.toBe(second);
});
