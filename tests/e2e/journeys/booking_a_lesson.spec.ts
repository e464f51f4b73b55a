// The way from a stranger to a client, done with each kind of hand.
import type { Page } from '@playwright/test';
import { Account } from '../support/account_screens';
import { newcomer } from '../support/accounts';
import type { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import { Finger, type Hand, Keyboard, Mouse } from '../support/hands';
import { expect, test } from '../support/test';

async function bookForAChild(page: Page, api: Api, hand: Hand, parent = newcomer('Vida Zorman')) {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const wizard = new BookingWizard(page, hand);
  await wizard.open();
  await wizard.choose(time);
  await wizard.proceed();
  await wizard.introduce(parent);
  await wizard.chooseChild('Neža', '2016-05-03');
  await wizard.confirm();
  await expect(page.getByText('Neža').first()).toBeVisible();
  await expect(page).toHaveURL(/\/booked\/\d+$/);

  await page.goto('/my');
  const row = new ClientHome(page, hand).booking(time);
  await expect(row).toContainText('Neža');
  await expect(row).toContainText('Ana Novak');
  return { time, parent };
}

test('a visitor books a lesson for a child and becomes a client', async ({ page, api }) => {
  const hand = new Mouse();
  const { time, parent } = await bookForAChild(page, api, hand);
  const account = new Account(page, hand);
  await account.signOut();
  await page.goto('/sign-in');
  await account.signIn(parent.email, parent.password);
  await expect(new ClientHome(page, hand).booking(time)).toContainText('Neža');
});

test('a visitor books a lesson by keyboard alone', async ({ page, api }) => {
  test.slow();
  await bookForAChild(page, api, new Keyboard(page));
});

test('a visitor books a lesson with a finger on a phone @phone', async ({ page, api }) => {
  await bookForAChild(page, api, new Finger());
});

test('a client who comes back chooses a child from the family', async ({ page, signedIn }) => {
  const api = await signedIn('mara@example.org');
  const time = await api.freeTime({ service: 'Violin lesson' });
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(time);
  await wizard.proceed();
  await expect(page.getByLabel('Full name')).toHaveCount(0);
  await wizard.chooseFor('Luka');
  await wizard.confirm();
  await page.goto('/my');
  await expect(new ClientHome(page, new Mouse()).booking(time)).toContainText('Luka');
});

test('a visitor elsewhere in the world is told by which clock the times are', async ({ browser, api }) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const time = await api.freeTime();
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.look(time);
  await expect(wizard.freeTimes).toContainText(/Times are in Ljubljana\. .* where you are \(New York\)/);
  await context.close();
});

test('what the server refuses is named at its field, and the time stays held', async ({ page, api }) => {
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  await wizard.introduce({ ...newcomer('Iris Potok'), password: 'password123' });
  await wizard.agree();
  await wizard.bookButton.click();
  const password = page.getByLabel('Choose a password');
  await expect(password).toHaveAccessibleDescription(/another one/);
  await expect(password).toBeFocused();
  await password.fill('seven quiet pianos');
  await wizard.bookButton.click();
  await expect(wizard.bookedHeading).toBeVisible();
});

test('what is missing is named at its field, and the first of them gets the focus', async ({ page, api }) => {
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  await page.getByLabel('Full name').fill('Iris Potok');
  await wizard.bookButton.click();
  const email = page.getByLabel('Email');
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/\S/);
  await expect(page.getByLabel('Full name')).not.toHaveAttribute('aria-invalid', 'true');
});
