// The way to a booking, and what may stand in it. With each kind of hand: every_hand.spec.ts.
import { newcomer } from '../support/accounts';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

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
  for (const missing of [page.getByLabel('Phone'), page.getByLabel('Email')]) {
    await expect(missing).toHaveAttribute('aria-invalid', 'true');
    await expect(missing).toHaveAccessibleDescription(/\S/);
  }
  await expect(page.getByLabel('Phone')).toBeFocused();
  await expect(page.getByLabel('Full name')).not.toHaveAttribute('aria-invalid', 'true');
});
