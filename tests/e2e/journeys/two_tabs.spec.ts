// Two tabs of one browser are one person, but two attempts to book.
import { accounts } from '../support/accounts';
import { BookingWizard } from '../support/booking_wizard';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

test('each tab holds the time chosen in it, and a reload keeps it', async ({ page, context, signedIn }) => {
  const api = await signedIn(accounts.client);
  const [first, second] = await api.freeTimes({ performer: 'Ana Novak' });
  const tabs = [page, await context.newPage()];
  const wizards = tabs.map((tab) => new BookingWizard(tab, new Mouse()));
  for (const [index, time] of [first, second].entries()) {
    await tabs[index].bringToFront();
    await wizards[index].open();
    await wizards[index].choose(time);
    await wizards[index].proceed();
  }
  for (const tab of tabs) {
    await tab.bringToFront();
    const holds: string[] = [];
    tab.on('request', (request) => request.url().includes('/api/holds') && holds.push(request.url()));
    await tab.reload();
    await expect(tab.getByText(/^Held for you/)).toBeVisible();
    expect(holds).toEqual([]);
  }
  for (const [index, wizard] of wizards.entries()) {
    await tabs[index].bringToFront();
    await wizard.confirm();
  }
  const booked = (await api.myBookings()).filter(({ status }) => status === 'confirmed');
  // Other journeys of the same person may have booked somebody else at the same time.
  for (const { startsAt, performer } of [first, second])
    expect(booked.filter((one) => one.starts_at === startsAt && one.person_id === performer.id)).toHaveLength(1);
});

test('who signs out in one tab is signed out in the other', async ({ page, context, signedIn }) => {
  await signedIn(accounts.client);
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto('/my');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  // Tabs of a browser without a screen are all visible; one that is looked at again is told so.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(other.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
});
