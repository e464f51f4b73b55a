// What was answered is on the disk: pulling the plug right after an answer loses nothing.
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

test('a booking that was answered survives kill -9, and so does the session', async ({ playwright, ownServer }) => {
  const api = new Api(await playwright.request.newContext(), ownServer.url);
  await api.signIn(accounts.client);
  for (let round = 0; round < 3; round++) {
    const booking = await api.book(await api.freeTime({ skip: round }));
    await ownServer.kill();
    await ownServer.start();
    expect(await api.myBookings()).toContainEqual(expect.objectContaining({ id: booking.id, status: 'confirmed' }));
  }
});

test('a page that loses the server right after booking finds the booking when it is back',
  async ({ browser, ownServer }) => {
    const context = await browser.newContext({ baseURL: ownServer.url });
    const page = await context.newPage();
    const api = new Api(context.request, ownServer.url);
    await api.signIn(accounts.client);
    const time = await api.freeTime();
    const wizard = new BookingWizard(page, new Mouse());
    await wizard.open();
    await wizard.choose(time);
    await wizard.proceed();
    const killed = page.waitForResponse('**/api/bookings').then(() => ownServer.kill());
    await wizard.agree();
    await wizard.bookButton.click();
    await killed;
    await ownServer.start();

    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const home = new ClientHome(page, new Mouse());
    await home.open();
    await expect(home.booking(time)).toBeVisible();
    await context.close();
  });
