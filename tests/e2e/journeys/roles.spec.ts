// Each role sees its own portal: what is there, what is not, and why a thing one looks for cannot be pressed.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { Mouse } from '../support/hands';
import { StaffCalendar } from '../support/staff_calendar';
import { expect, test } from '../support/test';

const sections = ['Calendar', 'My bookings', 'Book', 'Roles and access'];
const work = sections.slice(0, 3);

type Portal = { role: string; as?: string; sees: string[] };

const portals: Portal[] = [
  { role: 'visitor', sees: [] },
  { role: 'client', as: accounts.client, sees: ['My bookings', 'Book'] },
  { role: 'limited staff', as: accounts.limitedStaff, sees: work },
  { role: 'staff', as: accounts.staff, sees: work },
  { role: 'manager', as: accounts.manager, sees: sections },
  { role: 'owner', as: accounts.owner, sees: sections },
];

for (const { role, as, sees } of portals) {
  test(`${role}: the sections that are theirs, and no others @every-size`, async ({ another }) => {
    const page = await another(as);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Book a visit' })).toBeVisible();
    const nav = page.getByRole('navigation');
    for (const section of sections) {
      const link = nav.getByRole('link', { name: section, exact: true });
      await expect(link, section).toHaveCount(sees.includes(section) ? 1 : 0);
    }
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(as ? 0 : 1);
    await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(as ? 1 : 0);
  });
}

test('a visitor is asked to sign in where that is needed @every-size', async ({ page }) => {
  for (const path of ['/my', '/staff']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  }
});

test('a client hears why the calendar is not theirs, and gets no record of it', async ({ page, signedIn }) => {
  await signedIn(accounts.client);
  await page.goto('/staff');
  await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Only the business can see the calendar/);
  const refusal = await page.request.get('/api/calendar?from=2026-01-01&to=2026-01-07');
  expect(refusal.status()).toBe(403);
  expect((await refusal.json()).message).toMatch(/Only the business can see the calendar/);
});

/** A lesson of Mara's with Ben, opened in the calendar. */
async function openBooking(page: Page, client: Api) {
  const time = await client.freeTime({ service: 'Violin lesson', performer: 'Ben Keller' });
  await client.book(time);
  const calendar = new StaffCalendar(page, new Mouse());
  await calendar.open(time.start);
  await calendar.show(calendar.booking(time, 'Mara'));
  return calendar.detail;
}

type Powers = { role: string; as: string; mayCancel: boolean; mayChangeServices: boolean };

const powers: Powers[] = [
  { role: 'limited staff', as: accounts.limitedStaff, mayCancel: false, mayChangeServices: false },
  { role: 'staff', as: accounts.staff, mayCancel: true, mayChangeServices: false },
  { role: 'manager', as: accounts.manager, mayCancel: true, mayChangeServices: false },
  { role: 'owner', as: accounts.owner, mayCancel: true, mayChangeServices: true },
];

for (const { role, as, mayCancel, mayChangeServices } of powers) {
  test(`${role}: what can be pressed works, and what cannot says why`, async ({ page, api, signedIn }) => {
    await signedIn(as);
    await api.signIn(accounts.client);
    const detail = await openBooking(page, api);
    await expect(detail).toContainText('Mara');

    const cancel = detail.getByRole('button', { name: 'Cancel booking' });
    if (mayCancel) await expect(cancel).toBeEnabled();
    else await expect(cancel).toBeDisabled();

    const edit = detail.getByRole('button', { name: 'Edit this service' });
    const reason = detail.getByText('Only owners can change services');
    await expect(reason).toHaveCount(mayChangeServices ? 0 : 1);
    if (!mayChangeServices) await expect(edit).toBeDisabled();
  });
}

test('staff see how to reach the client, limited staff do not', async ({ api, another }) => {
  await api.signIn(accounts.client);
  const staff = await openBooking(await another(accounts.staff), api);
  await expect(staff).toContainText('+386 40 123 456');
  const limited = await openBooking(await another(accounts.limitedStaff), api);
  await expect(limited).toContainText('Mara');
  await expect(limited).not.toContainText('+386');
  await expect(limited).not.toContainText('@');
  await expect(limited).not.toContainText('€');
});
