// Back, Forward and reload as on any page: nothing is lost, nothing is in the way, nothing happens twice.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { launchOptions, sizes } from '../support/chromium.mjs';
import { ClientHome } from '../support/client_home';
import { Mouse } from '../support/hands';
import { settled } from '../support/frames';
import { screens } from '../support/screens';
import { StaffCalendar } from '../support/staff_calendar';
import { expect, test } from '../support/test';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const top = (page: Page) => page.evaluate(() => Math.round(scrollY));

async function openLesson(page: Page, api: Api, from?: string) {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  await api.book(time);
  const calendar = new StaffCalendar(page, new Mouse());
  if (from) await page.goto(from);
  await calendar.open(time.start);
  await calendar.show(calendar.booking(time, 'Ana'));
  return calendar;
}

test('closing an opened booking takes its step back, so that Back leads where one came from', async ({
  page,
  signedIn,
}) => {
  const calendar = await openLesson(page, await signedIn(accounts.performer), '/my');
  const steps = await page.evaluate(() => history.length);
  await calendar.detail.getByRole('button', { name: 'Close' }).click();
  await expect(calendar.detail).toHaveCount(0);
  await expect(page).toHaveURL(/\/staff\/week\/[\d-]+$/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.goBack();
  await expect(page).toHaveURL('/my');
  await page.goForward();
  await page.goForward();
  await expect(calendar.detail).toBeVisible();
});

test('a booking opened by its address closes to its week', async ({ page, signedIn }) => {
  const calendar = await openLesson(page, await signedIn(accounts.performer));
  const booking = page.url();
  await page.goto('/my');
  await page.goto(booking);
  await calendar.detail.getByRole('button', { name: 'Close' }).click();
  await expect(calendar.detail).toHaveCount(0);
  await expect(page).toHaveURL(/\/staff\/week\/[\d-]+$/);
  await page.goBack();
  await expect(page).toHaveURL('/my');
});

for (const { name, as, open } of screens.filter(
  ({ name }) => !['details refused', 'cancelling'].includes(name),
)) {
  test(`${name}: reload, Back and Forward lead to the same page`, async ({ another, server }) => {
    const page = await another(as);
    await page.goto('/no/such/place');
    await open(page, new Api(page.request, server.url));
    const words = () => heading(page).textContent();
    const before = { url: page.url(), words: await words() };
    const expectSame = async () => {
      await expect(page).toHaveURL(before.url);
      await expect.poll(words).toBe(before.words);
    };
    await page.reload();
    await expectSame();
    await page.goBack();
    await expect(page).not.toHaveURL(before.url);
    await page.goForward();
    await expectSame();
  });
}

test('a page gone back to is scrolled as it was left, and a new one begins at its top @every-size', async ({
  page,
}) => {
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 320 });
  await page.goto('/register');
  await expect(page.getByLabel('Email')).toBeVisible();
  await settled(page);
  const link = page.getByRole('main').getByRole('link', { name: 'Sign in' });
  await link.scrollIntoViewIfNeeded();
  await settled(page);
  const left = await top(page);
  expect(left).toBeGreaterThan(50);
  await link.click();
  await expect(heading(page)).toHaveText('Sign in');
  expect(await top(page)).toBe(0);
  await page.goBack();
  await expect(heading(page)).toHaveText('Create an account');
  await expect.poll(() => top(page)).toBe(left);
  await page.reload();
  await expect(page.getByLabel('Email')).toBeVisible();
  await expect.poll(() => top(page)).toBe(left);
});

test('what was typed is there again after Back and Forward', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Full name').fill('Iris Potok');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await expect(heading(page)).toHaveText('Sign in');
  await page.goBack();
  await expect(page.getByLabel('Full name')).toHaveValue('Iris Potok');
});

test('a page left for another comes back as it was, without loading anew', async ({
  playwright,
  server,
  api,
}) => {
  // Playwright switches off what this is about.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const page = await browser.newPage({ baseURL: server.url, viewport: sizes.desktop.viewport });
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.look(time);
  await settled(page);
  await page.evaluate(() =>
    addEventListener('pageshow', (event) => Object.assign(window, { kept: event.persisted })),
  );

  // Nor does it follow a page that comes back like this; the DevTools protocol does.
  const devTools = await page.context().newCDPSession(page);
  const ask = async (expression: string) =>
    (await devTools.send('Runtime.evaluate', { expression })).result.value;
  const { currentIndex, entries } = await devTools.send('Page.getNavigationHistory');
  await devTools.send('Page.navigate', { url: `${server.url}/api/business` });
  await expect.poll(() => ask('location.pathname + document.readyState')).toBe('/api/businesscomplete');
  await api.hold(time);
  await devTools.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex].id });
  await expect.poll(() => ask('location.pathname')).not.toBe('/api/business');
  const reasons = "JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)";
  expect(await ask('window.kept'), await ask(reasons)).toBe(true);
  // What happened meanwhile is not missed.
  const buttons = `[...document.querySelectorAll('button')]`;
  const times = `${buttons}.filter((one) => one.textContent === '${time.clock}').length`;
  await expect.poll(() => ask(times)).toBe(0);
  await browser.close();
});

test('a session that ended meanwhile is noticed on the way back', async ({ page, signedIn }) => {
  const api = await signedIn(accounts.client);
  const time = await api.freeTime();
  await api.book(time);
  const home = new ClientHome(page, new Mouse());
  await home.open();
  await page.goto('/sign-in?next=%2Fmy');
  await expect(page).toHaveURL('/my');
  await expect(home.booking(time)).toBeVisible();
  await page.context().clearCookies();
  await page.goBack();
  await expect(page.getByText(time.service.name)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('nothing asks whether one really wants to leave', async ({ page }) => {
  await page.addInitScript(() => {
    const kinds: string[] = [];
    Object.assign(window, { kinds });
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (kind: string, ...rest: [any, any?]) {
      kinds.push(kind);
      return add.call(this, kind, ...rest);
    };
  });
  await page.goto('/register');
  await page.getByLabel('Full name').fill('Iris Potok');
  const kinds = await page.evaluate(() => (window as unknown as { kinds: string[] }).kinds);
  expect(kinds).toContain('pagehide');
  for (const kind of ['unload', 'beforeunload']) expect(kinds).not.toContain(kind);
  expect(await page.evaluate(() => [window.onunload, window.onbeforeunload])).toEqual([null, null]);
});
