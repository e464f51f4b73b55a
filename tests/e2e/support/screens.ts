// Every screen: whom it is shown to, how one gets there, and how one knows that it is there.
import { expect, type Page } from '@playwright/test';
import { DateTime } from 'luxon';
import { accounts, newcomer } from './accounts';
import { Account } from './account_screens';
import { Api } from './api';
import { BookingWizard } from './booking_wizard';
import { ClientHome } from './client_home';
import { Mouse } from './hands';
import { StaffCalendar } from './staff_calendar';

export type Screen = {
  name: string;
  /** The route of src/portal/routes.h that it belongs to. */
  place: string;
  /** Signed in with this address, or a visitor. */
  as?: string;
  open: (page: Page, api: Api) => Promise<unknown>;
};

const hand = new Mouse();
const wizard = (page: Page) => new BookingWizard(page, hand);

async function openTimes(page: Page, api: Api) {
  await wizard(page).open();
  await wizard(page).choose(await api.freeTime());
}

async function openDetails(page: Page, api: Api) {
  await openTimes(page, api);
  await wizard(page).proceed();
}

async function openBooked(page: Page, api: Api) {
  await openDetails(page, api);
  await wizard(page).introduce(newcomer('Iris Potok'));
  await wizard(page).confirm();
}

async function openRefusedForm(page: Page, api: Api) {
  await openDetails(page, api);
  await wizard(page).bookButton.click();
  await expect(page.getByLabel('Full name')).toBeFocused();
}

async function openHome(page: Page, api: Api) {
  const time = await api.freeTime();
  await api.book(time);
  await new ClientHome(page, hand).open();
  await expect(new ClientHome(page, hand).booking(time)).toBeVisible();
  return time;
}

async function openCancelling(page: Page, api: Api) {
  await new ClientHome(page, hand).askToCancel(await openHome(page, api));
}

async function openAccountScreen(page: Page, path: string) {
  await page.goto(path);
  await expect(new Account(page, hand).email).toBeVisible();
}

async function openCalendar(page: Page) {
  await page.goto('/staff');
  await expect(new StaffCalendar(page, hand).heading).toBeVisible();
}

async function openRoles(page: Page) {
  await page.goto('/staff/roles');
  await expect(page.getByRole('heading', { level: 1, name: 'Roles and access' })).toBeVisible();
}

async function openView(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'Roles and access' })).toBeVisible();
  await expect(page.getByText('Loading')).toHaveCount(0);
}

/** What is done about one of the team. */
async function openPerson(page: Page, api: Api, rest: string) {
  const { members } = await api.get('/api/team');
  const ben = members.find(({ name }: { name: string }) => name === 'Ben Keller');
  await openView(page, `/staff/roles/people?person=${ben.id}${rest}`);
  await expect(page.getByRole('button', { name: 'Close' })).toBeVisible();
}

async function openCustomRole(page: Page) {
  await page.goto('/staff/roles/custom?from=limited_staff&add=reschedule_booking');
  await expect(page.getByLabel('Name of the role')).toBeVisible();
}

async function openPermission(page: Page) {
  await page.goto('/staff/roles?permission=take_attendance');
  await expect(page.getByRole('heading', { name: 'Take attendance' })).toBeVisible();
}

async function openSeries(page: Page, api: Api) {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  await page.goto(`/book/${time.service.id}/series?at=${time.startsAt}&person=${time.performer.id}`);
  await expect(page.getByRole('heading', { name: /visits are possible as planned/ })).toBeVisible();
}

async function openCover(page: Page, api: Api) {
  const { start, performer, date } = await api.freeTime({ performer: 'Ana Novak' });
  const until = start.plus({ days: 7 }).toISODate();
  await page.goto(`/staff/cover?person=${performer.id}&from=${date}&to=${until}`);
  await expect(page.getByLabel('Who is away?')).toBeVisible();
  await expect(page.getByText('Loading')).toHaveCount(0);
}

/** The next confirmed booking in the calendar. */
async function openBooking(page: Page, api: Api) {
  const now = DateTime.now().setZone('Europe/Ljubljana');
  const bookings = await api.calendar(now.startOf('week'), now.plus({ days: 14 }));
  const booking = bookings.find(({ status }) => status === 'confirmed')!;
  const day = DateTime.fromSeconds(booking.starts_at, { zone: 'Europe/Ljubljana' }).toISODate();
  await page.goto(`/staff/week/${day}/booking/${booking.id}`);
  await expect(new StaffCalendar(page, hand).detail).toContainText('Confirmed');
}

export const screens: Screen[] = [
  { name: 'services', place: 'choose_service', open: (page) => wizard(page).open() },
  { name: 'times', place: 'choose_time', open: openTimes },
  { name: 'details', place: 'details', open: openDetails },
  { name: 'details refused', place: 'details', open: openRefusedForm },
  { name: 'booked', place: 'booked', open: openBooked },
  { name: 'sign in', place: 'sign_in', open: (page) => openAccountScreen(page, '/sign-in') },
  { name: 'registration', place: 'registration', open: (page) => openAccountScreen(page, '/register') },
  { name: 'my home', place: 'my_home', as: accounts.client, open: openHome },
  { name: 'cancelling', place: 'my_home', as: accounts.client, open: openCancelling },
  { name: 'calendar', place: 'calendar', as: accounts.staff, open: openCalendar },
  { name: 'booking in the calendar', place: 'calendar_booking', as: accounts.staff, open: openBooking },
  { name: 'series', place: 'series', as: accounts.client, open: openSeries },
  { name: 'cover', place: 'cover', as: accounts.staff, open: openCover },
  { name: 'roles', place: 'roles', as: accounts.owner, open: openRoles },
  { name: 'permission', place: 'roles', as: accounts.owner, open: openPermission },
  {
    name: 'switch',
    place: 'roles',
    as: accounts.owner,
    open: (page) => openView(page, '/staff/roles?switch=limited_staff_cancellation'),
  },
  { name: 'people', place: 'people', as: accounts.owner, open: (page) => openView(page, '/staff/roles/people') },
  { name: 'person', place: 'people', as: accounts.owner, open: (page, api) => openPerson(page, api, '') },
  {
    name: 'roles of a person',
    place: 'people',
    as: accounts.owner,
    open: (page, api) => openPerson(page, api, '&part=roles&add=staff'),
  },
  {
    name: 'why not',
    place: 'people',
    as: accounts.owner,
    open: (page, api) => openPerson(page, api, '&why=reschedule_booking'),
  },
  {
    name: 'somebody new',
    place: 'people',
    as: accounts.owner,
    open: (page) => openView(page, '/staff/roles/people?part=new'),
  },
  {
    name: 'who can',
    place: 'who_can',
    as: accounts.owner,
    open: (page) => openView(page, '/staff/roles/who-can?permission=reschedule_booking'),
  },
  {
    name: 'access history',
    place: 'access_history',
    as: accounts.owner,
    open: (page) => openView(page, '/staff/roles/history'),
  },
  { name: 'custom role', place: 'custom_role', as: accounts.owner, open: openCustomRole },
];
