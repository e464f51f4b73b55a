// Every step has an address: Back, Forward, reload and a link somebody sent all lead to the same screen.
import { accounts } from '../support/accounts';
import { BookingWizard } from '../support/booking_wizard';
import { Account } from '../support/account_screens';
import { ClientHome } from '../support/client_home';
import { Mouse } from '../support/hands';
import { StaffCalendar } from '../support/staff_calendar';
import { settled } from '../support/frames';
import { expect, test } from '../support/test';

test('Back, Forward and reload keep what was chosen @every-size', async ({ page, api }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(time);
  const chosen = page.url();
  await wizard.proceed();
  const details = page.url();

  await page.reload();
  await expect(page.getByText(/^Held for you/)).toBeVisible();
  expect(page.url()).toBe(details);

  await page.goBack();
  await expect(wizard.time(time)).toHaveAttribute('aria-pressed', 'true');
  expect(page.url()).toBe(chosen);
  await page.reload();
  await expect(wizard.time(time)).toHaveAttribute('aria-pressed', 'true');

  await page.goForward();
  await expect(page.getByText(/^Held for you/)).toBeVisible();
  expect(page.url()).toBe(details);
});

test('a link to a chosen time opens it for somebody else', async ({ page, api, another }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(time);

  const friend = await another();
  await friend.goto(page.url());
  await expect(new BookingWizard(friend, new Mouse()).time(time)).toHaveAttribute('aria-pressed', 'true');
});

test('signing in leads back to where it was asked for @every-size', async ({ page }) => {
  await page.goto('/my');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await new Account(page, new Mouse()).signIn(accounts.client);
  await expect(page).toHaveURL('/my');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mara');
  await page.goBack();
  await expect(page).not.toHaveURL(/sign-in/);
});

test('an opened booking is an address, and Back closes it', async ({ page, signedIn }) => {
  const api = await signedIn(accounts.performer);
  const time = await api.freeTime({ performer: 'Ana Novak' });
  await api.book(time);
  const calendar = new StaffCalendar(page, new Mouse());
  await calendar.open(time.start);
  const week = page.url();
  await calendar.show(calendar.booking(time, 'Ana'));
  await expect(page).toHaveURL(/\/booking\/\d+$/);

  await page.reload();
  await expect(calendar.detail).toBeVisible();
  await page.goBack();
  await expect(calendar.detail).toHaveCount(0);
  expect(page.url()).toBe(week);
});

test('a closed booking gives the focus back to where it was opened', async ({ page, signedIn }) => {
  const api = await signedIn(accounts.performer);
  const time = await api.freeTime({ performer: 'Ana Novak' });
  await api.book(time);
  const calendar = new StaffCalendar(page, new Mouse());
  await calendar.open(time.start);
  await calendar.show(calendar.booking(time, 'Ana'));
  await calendar.detail.getByRole('button', { name: 'Close' }).click();
  await expect(calendar.detail).toHaveCount(0);
  await expect(calendar.booking(time, 'Ana')).toBeFocused();
});

test('Back closes a dialog and leads no further @every-size', async ({ page, signedIn }) => {
  const api = await signedIn(accounts.client);
  const time = await api.freeTime();
  await api.book(time);
  await page.goto('/');
  const home = new ClientHome(page, new Mouse());
  await home.open();
  await home.askToCancel(time);
  await page.goBack();
  await expect(home.dialog).toHaveCount(0);
  await expect(page).toHaveURL('/my');
  await expect(home.booking(time)).toBeVisible();

  await home.askToCancel(time);
  await page.keyboard.press('Escape');
  await expect(home.dialog).toHaveCount(0);
  await expect(page).toHaveURL('/my');
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('an address that leads nowhere says so and offers a way on', async ({ page }) => {
  const response = await page.goto('/no/such/place');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL('/');
});

test('each screen has a title and a heading of its own', async ({ page }) => {
  const titles = new Set<string>();
  for (const path of ['/', '/sign-in', '/register']) {
    await page.goto(path);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(3);
});
