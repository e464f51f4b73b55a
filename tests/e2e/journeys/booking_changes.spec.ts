// What staff make of a booking, and what its client and their colleagues see of it at once.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import type { Api } from '../support/api';
import type { FreeTime } from '../support/free_time';
import { Mouse } from '../support/hands';
import { StaffCalendar } from '../support/staff_calendar';
import { expect, test } from '../support/test';

/** Two free times of one day that do not touch each other. */
async function twoTimes(api: Api) {
  const times = await api.freeTimes({ performer: 'Ana Novak' });
  const apart = (one: FreeTime, other: FreeTime) =>
    one.start.hasSame(other.start, 'day') && other.start.diff(one.start, 'minutes').minutes >= 90;
  const first = times.find((one) => times.some((other) => apart(one, other)))!;
  return { first, second: times.find((other) => apart(first, other))! };
}

async function openBooking(page: Page, time: FreeTime) {
  const calendar = new StaffCalendar(page, new Mouse());
  await calendar.open(time.start);
  await calendar.show(calendar.booking(time, 'Mara'));
  return calendar;
}

test('a lesson is moved with a reason; its client sees the new time, and the history keeps the old', async ({
  another, signedIn,
}) => {
  const api = await signedIn(accounts.client);
  const { first, second } = await twoTimes(api);
  const booking = await api.book(first);
  const client = await another(accounts.client);
  await client.goto('/my');
  await expect(client.getByText(first.clock).first()).toBeVisible();

  const staff = await another(accounts.staff);
  const calendar = await openBooking(staff, first);
  await calendar.detail.getByRole('button', { name: 'Move or hand over' }).click();
  await calendar.detail.getByLabel('Time').selectOption({ label: second.clock });
  await calendar.detail.getByLabel('Reason').fill('The teacher is ill.');
  await calendar.detail.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(calendar.booking(second, 'Mara')).toBeVisible();
  await expect(calendar.booking(first, 'Mara')).toHaveCount(0);
  await expect(client.getByText(second.clock).first()).toBeVisible();

  await calendar.detail.getByRole('button', { name: 'History' }).click();
  await expect(calendar.detail.getByText('Moved', { exact: true })).toBeVisible();
  await expect(calendar.detail.getByText('The teacher is ill.')).toBeVisible();
  const { versions } = await api.get(`/api/bookings/${booking.id}/history`);
  expect(versions.map((version: any) => [version.operation, version.starts_at, version.reason])).toEqual([
    ['book', first.startsAt, undefined], ['reschedule', second.startsAt, undefined],
  ]);
});

test('a lesson is handed to a colleague who is free at its time', async ({ another, signedIn }) => {
  const api = await signedIn(accounts.client);
  const mine = await api.freeTimes({ performer: 'Ana Novak' });
  const theirs = await api.freeTimes({ performer: 'Clara Ito' });
  const time = mine.find((one) => theirs.some((other) => other.startsAt === one.startsAt))!;
  const booking = await api.book(time);
  const staff = await another(accounts.staff);
  const calendar = await openBooking(staff, time);
  await calendar.detail.getByRole('button', { name: 'Move or hand over' }).click();
  await calendar.detail.getByLabel('With whom?').selectOption({ label: 'Clara Ito' });
  await expect(calendar.detail.getByLabel('Time')).toHaveValue(String(time.startsAt));
  await calendar.detail.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(calendar.detail.getByText('Clara Ito').first()).toBeVisible();
  expect((await api.get(`/api/bookings/${booking.id}`)).person_id).not.toBe(booking.person_id);
});

test('a lesson cancelled by mistake takes place after all', async ({ another, signedIn }) => {
  const api = await signedIn(accounts.client);
  const booking = await api.book(await api.freeTime({ performer: 'Ana Novak' }));
  await api.change(`/api/bookings/${booking.id}/cancel`);
  const manager = await another(accounts.manager);
  const day = new Date(booking.starts_at * 1000).toISOString().slice(0, 10);
  await manager.goto(`/staff/week/${day}/booking/${booking.id}`);
  const detail = manager.getByRole('complementary');
  await detail.getByRole('button', { name: 'Takes place after all' }).click();
  await expect(detail.getByText('Confirmed', { exact: true })).toBeVisible();
  expect((await api.get(`/api/bookings/${booking.id}`)).status).toBe('confirmed');
});
