// What one person does, another sees without reloading.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import type { FreeTime } from '../support/free_time';
import { Mouse } from '../support/hands';
import { StaffCalendar } from '../support/staff_calendar';
import { expect, test } from '../support/test';

/** Counts documents loaded from here on. */
function loadsOf(page: Page) {
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  return () => loads;
}

test('a time that is taken vanishes for a visitor who had the page open', async ({ page, api, another }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const onlooker = new BookingWizard(page, new Mouse());
  await onlooker.open();
  await onlooker.look(time);
  const loads = loadsOf(page);

  const faster = new BookingWizard(await another(), new Mouse());
  await faster.open();
  await faster.choose(time);
  await faster.proceed();

  await expect(onlooker.time(time)).toHaveCount(0);
  expect(loads()).toBe(0);
});

test('a chosen time that is taken is said to be gone', async ({ page, api }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const onlooker = new BookingWizard(page, new Mouse());
  await onlooker.open();
  await onlooker.choose(time);
  await api.hold(time);
  await expect(page.getByText(new RegExp(`${time.clock}.*(taken|free)`)).first()).toBeVisible();
  await expect(onlooker.time(time)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(0);
});

test('staff in another browser see a booking appear without reloading', async ({ page, another, signedIn }) => {
  const api = await signedIn(accounts.client);
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const staff = await another(accounts.staff);
  const calendar = new StaffCalendar(staff, new Mouse());
  await calendar.open(time.start);
  const booking = calendar.booking(time, 'Mara');
  await expect(booking).toHaveCount(0);
  const loads = loadsOf(staff);

  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(time);
  await wizard.proceed();
  await wizard.confirm();

  await expect(booking).toBeVisible();
  expect(loads()).toBe(0);
});

test('a time that its client cancels is free again for everybody', async ({ page, another, signedIn }) => {
  const api = await signedIn(accounts.client);
  const times = await api.freeTimes({ performer: 'Ana Novak' });
  const isOnSameDay = (one: FreeTime, other: FreeTime) => one !== other && one.start.hasSame(other.start, 'day');
  const time = times.find((one) => times.some((other) => isOnSameDay(one, other)))!;
  await api.book(time);
  const visitor = await another();
  const onlooker = new BookingWizard(visitor, new Mouse());
  await onlooker.open();
  await onlooker.look(await api.freeTime({ performer: 'Ana Novak', notBefore: time.start.startOf('day') }));
  await expect(onlooker.time(time)).toHaveCount(0);
  const loads = loadsOf(visitor);

  const home = new ClientHome(page, new Mouse());
  await home.open();
  await home.cancel(time);

  await expect(onlooker.time(time)).toBeVisible();
  expect(loads()).toBe(0);
  await new Api(visitor.request, new URL(visitor.url()).origin).hold(time);
});
