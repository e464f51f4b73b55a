// A teacher is ill: their lessons are handed over in one step.
import { accounts } from '../support/accounts';
import { expect, test } from '../support/test';

test('the lessons of somebody who is ill are handed over in one step, and their client sees it', async ({
  another, signedIn,
}) => {
  const api = await signedIn(accounts.client);
  const mine = await api.freeTimes({ performer: 'Ana Novak' });
  const theirs = await api.freeTimes({ performer: 'Clara Ito' });
  const time = mine.find((one) => theirs.some((other) => other.startsAt === one.startsAt))!;
  const booking = await api.book(time);

  const staff = await another(accounts.staff);
  await staff.goto('/staff');
  await staff.getByRole('link', { name: 'Hand over visits' }).click();
  await staff.getByLabel('Who is away?').selectOption({ label: 'Ana Novak' });
  await staff.getByLabel('From').fill(time.date);
  await staff.getByLabel('Until').fill(time.date);
  await staff.getByRole('button', { name: 'Show' }).click();
  const choices = staff.getByRole('main').getByRole('combobox');
  await expect(choices.nth(1)).toBeVisible();
  await staff.getByLabel('Reason').fill('Ana is ill.');
  await staff.getByRole('button', { name: /^Change \d+ booking/ }).click();
  await expect(staff.getByText(/bookings? (is|are) changed/).first()).toBeVisible();
  const changed = await api.get(`/api/bookings/${booking.id}`);
  expect(changed.person_id).not.toBe(booking.person_id);
  expect(changed.starts_at).toBe(booking.starts_at);
});
