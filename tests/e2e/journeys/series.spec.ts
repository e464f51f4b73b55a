// A series of lessons is seen before it is booked, and other calendars follow what is booked.
import { accounts } from '../support/accounts';
import { expect, test } from '../support/test';

test('a lesson every week: the one that is taken is told, another time chosen, and all are booked together', async ({
  another, signedIn,
}) => {
  const api = await signedIn(accounts.client);
  const times = await api.freeTimes({ performer: 'Ana Novak' });
  const free = new Set(times.map(({ startsAt }) => startsAt));
  const first = times.find(({ start }) => free.has(start.plus({ weeks: 1 }).toSeconds()))!;
  const second = times.find(({ startsAt }) => startsAt === first.start.plus({ weeks: 1 }).toSeconds())!;
  await api.book(second);

  const client = await another(accounts.client);
  await client.goto(`/book/${first.service.id}/series?at=${first.startsAt}&person=${first.performer.id}`);
  await client.getByLabel('How many times').selectOption('2');
  await expect(client.getByRole('heading', { name: '1 of 2 visits are possible as planned' })).toBeVisible();
  await expect(client.getByText(/^Not possible on/)).toBeVisible();
  await client.getByRole('button', { name: 'Book 2 visits' }).click();
  await expect(client).toHaveURL('/my');
  const { bookings } = await api.get('/api/my/bookings');
  const series = bookings.filter((booking: any) => booking.series_id);
  expect(series.map(({ starts_at }: any) => starts_at)).toContain(first.startsAt);
  expect(series).toHaveLength(2);
});

test('a calendar follows a secret address until it is taken back', async ({ another, signedIn }) => {
  const api = await signedIn(accounts.client);
  const booking = await api.book(await api.freeTime());
  const client = await another(accounts.client);
  await client.goto('/my');
  await client.getByRole('button', { name: /Create an address|New address/ }).click();
  const address = client.getByRole('link', { name: 'Your secret address' });
  const path = (await address.getAttribute('href'))!;
  const visitor = await another();
  const feed = await visitor.request.get(path);
  expect(feed.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  const text = await feed.text();
  expect(text).toContain('BEGIN:VCALENDAR');
  const stamp = new Date(booking.starts_at * 1000).toISOString().replace(/[-:]|\.000/g, '');
  expect(text).toContain(`DTSTART:${stamp}`);
  await client.getByRole('button', { name: 'Stop it' }).click();
  await expect(address).toHaveCount(0);
  expect((await visitor.request.get(path)).status()).toBe(404);
  expect((await visitor.request.get(`/calendar/bookings/${booking.id}.ics`)).status()).toBe(401);
  expect((await client.request.get(`/calendar/bookings/${booking.id}.ics`)).status()).toBe(200);
});
