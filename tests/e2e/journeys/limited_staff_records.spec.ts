// Limited staff: their own bookings; of clients served within fifteen days either way the name, the age and whether
// they are a dependent; of everybody else nothing. Read from the JSON that reaches the browser.
import type { Page, Response } from '@playwright/test';
import { DateTime } from 'luxon';
import { accounts } from '../support/accounts';
import type { Api, Booking } from '../support/api';
import { Mouse } from '../support/hands';
import { StaffCalendar } from '../support/staff_calendar';
import { expect, test } from '../support/test';

const zone = 'Europe/Ljubljana';
const always = ['id', 'version', 'service_id', 'person_id', 'room_name', 'starts_at', 'ends_at', 'status'];
const ofRecentClients = ['client_name', 'client_age', 'client_is_dependent'];

const today = () => DateTime.now().setZone(zone).startOf('day');
const keysOf = (record: object) => Object.keys(record).sort();
const dayOf = ({ starts_at }: Booking) => DateTime.fromSeconds(starts_at, { zone }).startOf('day');

/** Everything the browser receives from these endpoints while it shows what it shows. */
function recordsReceived(page: Page, path: RegExp) {
  const records: Promise<any[]>[] = [];
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) records.push(saidWith(response, path));
    else if (path.test(response.url()) && response.ok()) records.push(response.json().then((body) => [body]));
  });
  return async () => (await Promise.all(records)).flat();
}

/** The answers that came within a page. */
async function saidWith(response: Response, path: RegExp) {
  const block = /<script type="application\/json" id="said">(.*?)<\/script>/s;
  const [, answers = '[]'] = block.exec(await response.text()) ?? [];
  return JSON.parse(answers).filter((said: any) => path.test(said.path)).map((said: any) => said.body);
}

/** Who was or will be served by `person` within fifteen days, as the owner's records tell. */
function recentClients(bookings: Booking[], person: string) {
  const near = bookings.filter((booking) =>
    booking.person_id === person && booking.status !== 'cancelled' &&
    Math.abs(Math.round(dayOf(booking).diff(today(), 'days').days)) <= 15);
  return new Set(near.map(({ client_id }) => client_id));
}

async function everyBooking(api: Api) {
  return [
    ...(await api.calendar(today().minus({ days: 40 }), today().minus({ days: 1 }))),
    ...(await api.calendar(today(), today().plus({ days: 60 }))),
  ];
}

async function nearest(bookings: Booking[]) {
  const distance = (booking: Booking) => Math.abs(dayOf(booking).diff(today()).toMillis());
  return bookings.toSorted((one, other) => distance(one) - distance(other))[0];
}

test('the calendar and the opened booking carry exactly what limited staff may know', async ({ page, signedIn }) => {
  const api = await signedIn(accounts.limitedStaff);
  const me = (await api.session()).person.id;
  const booking = await nearest((await everyBooking(api)).filter(({ client_name }) => client_name));
  const calendars = recordsReceived(page, /\/api\/calendar\?/);
  const opened = recordsReceived(page, /\/api\/bookings\/\d+$/);
  await page.goto(`/staff/week/${dayOf(booking).toISODate()}/booking/${booking.id}`);
  await expect(new StaffCalendar(page, new Mouse()).detail).toContainText(booking.client_name as string);

  const received = (await calendars()).flatMap(({ bookings }) => bookings).concat(await opened());
  expect(received.length).toBeGreaterThan(0);
  for (const record of received) {
    expect(record.person_id).toBe(me);
    expect([[...always].sort(), [...always, ...ofRecentClients].sort()]).toContainEqual(keysOf(record));
  }
});

test('names end sixteen days away from the last and the next lesson', async ({ api, another, server }) => {
  await api.signIn(accounts.owner);
  const all = await everyBooking(api);
  const limited = await another(accounts.limitedStaff);
  const asked = await Promise.all([[-40, -1], [0, 60]].map(async ([from, to]) => {
    const range = `from=${today().plus({ days: from }).toISODate()}&to=${today().plus({ days: to }).toISODate()}`;
    return (await (await limited.request.get(`${server.url}/api/calendar?${range}`)).json()).bookings as Booking[];
  }));
  const seen = asked.flat();
  const me = seen[0].person_id;
  const recent = recentClients(all, me);
  expect(seen.map(({ id }) => id).sort()).toEqual(
    all.filter(({ person_id }) => person_id === me).map(({ id }) => id).sort());

  const isRecent = ({ id }: Booking) => recent.has(all.find((booking) => booking.id === id)!.client_id);
  for (const record of seen)
    expect(keysOf(record), record.id).toEqual([...always, ...(isRecent(record) ? ofRecentClients : [])].sort());
  expect(seen.filter(isRecent).length).toBeGreaterThan(0);
  expect(seen.filter((record) => !isRecent(record)).length).toBeGreaterThan(0);
});

test("somebody else's booking does not exist for limited staff, by whatever way they ask", async ({ api, another }) => {
  await api.signIn(accounts.client);
  const before = (await api.session()).seq;
  const booking = await api.book(await api.freeTime({ performer: 'Ana Novak' }));
  const limited = await another(accounts.limitedStaff);
  const shown = await limited.request.get(`/api/bookings/${booking.id}`);
  const missing = await limited.request.get('/api/bookings/999999999');
  expect(shown.status()).toBe(404);
  expect(await shown.json()).toEqual(await missing.json());

  const { changes } = await (await limited.request.get(`/api/sync?since=${before}`)).json();
  expect(changes.length).toBeGreaterThan(0);
  for (const change of changes) expect(keysOf(change)).toEqual(['on', 'seq']);
});

test('the event stream says only how far the business is', async ({ page, api, signedIn }) => {
  await signedIn(accounts.limitedStaff);
  await page.goto('/staff');
  await expect(new StaffCalendar(page, new Mouse()).heading).toBeVisible();
  const heard = page.evaluate(() => new Promise<string>((done) => {
    const stream = new EventSource('/api/events');
    let greeting = true;
    stream.onmessage = ({ data }) => {
      if (!greeting) { stream.close(); done(data); }
      greeting = false;
    };
    stream.onopen = () => setTimeout(() => (greeting = false), 500);
  }));
  await expect(async () => {
    await api.hold(await api.freeTime());
    expect(await Promise.race([heard, new Promise((done) => setTimeout(done, 1000, ''))])).toMatch(/^\D*\d+\D*$/);
  }).toPass();
});
