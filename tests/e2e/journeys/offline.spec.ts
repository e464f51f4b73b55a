// Without a network: the portal opens, shows what was last known, and keeps what is changed until it can be sent,
// once.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import type { FreeTime } from '../support/free_time';
import { Mouse } from '../support/hands';
import { anotherVersion, asked, cached, goOffline, keepShell, putRecords, records, served } from '../support/offline';
import { expect, test } from '../support/test';

// Each with a server of its own, whose log is counted and which may be killed.
test.use({ baseURL: async ({ ownServer }, use) => use(ownServer.url) });

const waitingList = (page: Page) => page.getByRole('list', { name: 'Waiting to be sent' });

async function homeWith(page: Page, api: Api, bookings: number) {
  await api.signIn(accounts.client);
  const times: FreeTime[] = [];
  for (let i = 0; i < bookings; i++) {
    times.push(await api.freeTime({ skip: 3 * i }));
    await api.book(times[i]);
  }
  const home = new ClientHome(page, new Mouse());
  await home.open();
  await keepShell(page);
  for (const time of times) await expect(home.booking(time)).toBeVisible();
  return { home, times };
}

async function cancelOffline(page: Page, home: ClientHome, time: FreeTime) {
  await home.askToCancel(time);
  await home.dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(home.dialog).toHaveCount(0);
  await expect(home.booking(time).getByText('Cancellation waiting')).toBeVisible();
}

test('the portal opens without a network and shows what was last known, marked as such', async ({
  page, context, ownServer,
}) => {
  const { home, times } = await homeWith(page, new Api(context.request, ownServer.url), 1);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('You are offline')).toBeVisible();
  await expect(page.getByText(/^This is how things stood on/)).toBeVisible();
  await expect(home.booking(times[0])).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toHaveCount(0);
  await expect(page.getByText(/^This is how things stood on/)).toHaveCount(0);
});

test('three bookings cancelled without a network wait over a reload, and the server gets each once', async ({
  page, context, ownServer,
}) => {
  const api = new Api(context.request, ownServer.url);
  const { home, times } = await homeWith(page, api, 3);
  await goOffline(context);
  for (const time of times) await cancelOffline(page, home, time);
  await expect(waitingList(page).getByRole('listitem')).toHaveCount(3);
  await page.reload();
  await expect(waitingList(page).getByRole('listitem')).toHaveCount(3);
  expect(asked(ownServer, 'cancel_booking')).toBe(0);
  await context.setOffline(false);
  await expect(waitingList(page)).toHaveCount(0);
  for (const time of times) await expect(home.booking(time)).toHaveCount(0);
  expect(asked(ownServer, 'cancel_booking')).toBe(3);
  expect(served(ownServer, 'cancel_booking')).toBe(3);
  expect(await records(page, 'outbox')).toEqual({});
});

test('two tabs send what waits once', async ({ page, context, ownServer }) => {
  const { home, times } = await homeWith(page, new Api(context.request, ownServer.url), 3);
  const other = await context.newPage();
  await new ClientHome(other, new Mouse()).open();
  await goOffline(context);
  for (const time of times) await cancelOffline(page, home, time);
  await expect(waitingList(other).getByRole('listitem')).toHaveCount(3);
  await context.setOffline(false);
  for (const tab of [page, other]) await expect(waitingList(tab)).toHaveCount(0);
  expect(asked(ownServer, 'cancel_booking')).toBe(3);
});

test('a server that dies after it has acted gives the same answer again, and has acted once', async ({
  page, context, ownServer,
}) => {
  const api = new Api(context.request, ownServer.url);
  const { home, times } = await homeWith(page, api, 1);
  await goOffline(context);
  await cancelOffline(page, home, times[0]);
  const keys: string[] = [];
  await page.route('**/cancel', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    await ownServer.kill();
    await route.abort();
    await ownServer.start();
  });
  await context.setOffline(false);
  await expect(waitingList(page)).toHaveCount(0, { timeout: 30_000 });
  expect(keys.length).toBe(2);
  expect(new Set(keys).size).toBe(1);
  await expect(home.booking(times[0])).toHaveCount(0);
  const states = (await api.myBookings()).filter((booking) => booking.starts_at === times[0].startsAt);
  expect(states.map((booking) => booking.status)).toEqual(['cancelled']);
});

test('a time requested without a network is booked when there is one', async ({ page, context, ownServer }) => {
  const api = new Api(context.request, ownServer.url);
  await homeWith(page, api, 0);
  const time = await api.freeTime();
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.look(time);
  await goOffline(context);
  await wizard.time(time).click();
  await wizard.pressContinue();
  await expect(page.getByText(/it is not booked until then/)).toBeVisible();
  await wizard.agree();
  await page.getByRole('button', { name: 'Request this time' }).click();
  await expect(waitingList(page).getByText(`Book ${time.service.name}`)).toBeVisible();
  expect(await api.myBookings().catch(() => [])).not.toContainEqual(
    expect.objectContaining({ starts_at: time.startsAt, status: 'confirmed' }));
  await context.setOffline(false);
  await expect(waitingList(page)).toHaveCount(0);
  await expect(new ClientHome(page, new Mouse()).booking(time)).toBeVisible();
  expect(served(ownServer, 'create_booking')).toBe(1);
});

test('a time that somebody else took meanwhile is a conflict, with other times to choose from', async ({
  page, context, ownServer, playwright,
}) => {
  const api = new Api(context.request, ownServer.url);
  await homeWith(page, api, 0);
  const time = await api.freeTime();
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.look(time);
  await goOffline(context);
  await wizard.time(time).click();
  await wizard.pressContinue();
  await wizard.agree();
  await page.getByRole('button', { name: 'Request this time' }).click();
  await expect(waitingList(page)).toBeVisible();
  const other = new Api(await playwright.request.newContext(), ownServer.url);
  await other.signIn(accounts.owner);
  await other.book(time);
  await context.setOffline(false);
  const row = waitingList(page).getByRole('listitem');
  await expect(row.getByText('Not possible')).toBeVisible();
  await row.getByRole('link', { name: 'Other free times' }).click();
  await expect(wizard.freeTimes).toBeVisible();
  await page.goto('/my');
  await row.getByRole('button', { name: /^Discard/ }).click();
  await expect(waitingList(page)).toHaveCount(0);
  expect(await records(page, 'outbox')).toEqual({});
});

test('signing out asks first while changes wait, and afterwards nothing of the person is kept', async ({
  page, context, ownServer,
}) => {
  const api = new Api(context.request, ownServer.url);
  const { home, times } = await homeWith(page, api, 1);
  // A demo shows everybody who can come in.
  const shownToAll = JSON.stringify((await api.get('/api/business')).demo);
  const known = async () => Object.values(await records(page, 'known')).join('\n').replace(shownToAll, '');
  expect(await known()).toContain('Mara');
  await goOffline(context);
  await cancelOffline(page, home, times[0]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('dialog').getByText(/^Signing out needs a connection/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' }).click();

  const refusal = { status: 409, json: { code: 'conflict', message: 'No.', field: '' } };
  await page.route('**/cancel', (route) => route.fulfill(refusal));
  await context.setOffline(false);
  await expect(waitingList(page).getByText('Not possible')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('dialog').getByText(/1 change has not been sent/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect.poll(known).not.toContain('Mara');
  const shell = await cached(page);
  expect(shell.text).not.toContain('Mara');
  for (const path of shell.paths) expect(path).toMatch(/^\/(assets\/.*|shell\.html)$/);
});

test('whatever lies in the database, the portal starts and says what it removed', async ({ page, ownServer }) => {
  await page.goto('/');
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
  const huge = 'x'.repeat(100_000);
  const broken = '1 0 {"name":7}';
  await putRecords(page, 'known', [['/api/session', '{'], ['/api/business', broken], [7, { a: 1 }], ['k', huge]]);
  await putRecords(page, 'outbox', [['a', 'garbage'], ['b', '[[[['], [1, 2], ['c', huge]]);
  await page.reload();
  await expect(page.getByText(/^3 changes kept on this device could not be read/)).toBeVisible();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText(/could not be read/)).toHaveCount(0);
  expect(asked(ownServer, 'cancel_booking')).toBe(0);
});

test('a database of the same name that is not ours does not stop the portal', async ({ page }) => {
  await page.goto('/sitemap-of-nothing.txt');
  await page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('loggia', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('strangers');
        asked.onsuccess = () => done(asked.result.close());
      }),
  );
  await page.goto('/');
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
});

test('without a database the portal works, and a change without a network fails at once', async ({
  page, context, ownServer,
}) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined }));
  const { home, times } = await homeWith(page, new Api(context.request, ownServer.url), 1);
  await goOffline(context);
  await home.askToCancel(times[0]);
  await home.dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(home.dialog.getByText(/^No connection/)).toBeVisible();
});

test('a new version waits until it is wanted, and nothing of the old one stays', async ({ page, ownServer }) => {
  await page.goto('/');
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
  await keepShell(page);
  const before = await cached(page);
  expect(before.names).toHaveLength(1);

  await ownServer.kill();
  await ownServer.start(await anotherVersion());
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  await page.getByRole('button', { name: 'Update now' }).click();
  // The page opens anew meanwhile.
  await expect(async () => expect((await cached(page)).names).toEqual(['loggia-0123456789'])).toPass();
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  const after = await cached(page);
  expect(after.paths.filter((path) => path.includes('portal.'))).toEqual(['/assets/portal.0123456789.js']);
});
