// Every role of every model: what the portal offers is what the server grants, and nothing that is offered is refused.
import type { Page } from '@playwright/test';
import { DateTime } from 'luxon';
import { newcomer } from '../support/accounts';
import type { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import type { FreeTime } from '../support/free_time';
import { Mouse } from '../support/hands';
import { expect, type Model, models, type Somebody, test, visitor } from '../support/models';
import { pressEverything, unexplained } from '../support/pressing';

test.describe.configure({ mode: 'parallel' });

type Section = {
  path: string;
  /** What its screen asks the server for. */
  asks: string;
};

const today = DateTime.now();
const nextWeek = `from=${today.toISODate()}&to=${today.plus({ days: 7 }).toISODate()}`;

/** Where the navigation may lead. */
const sections: Section[] = [
  { path: '/', asks: '/api/services' },
  { path: '/my', asks: '/api/my/bookings' },
  { path: '/staff', asks: `/api/calendar?${nextWeek}` },
  { path: '/staff/roles', asks: '/staff/roles' },
];
const [book, home, calendar, roles] = sections;

const refusal = (page: Page) => page.getByRole('heading', { level: 1, name: 'You cannot open this page' });

/** The links of the frame around a screen, by where they lead. */
const leading = (page: Page, path = '') =>
  page.locator(path ? `:is(header, nav) a[href="${path}"]` : ':is(header, nav) a');

async function offeredTo(page: Page) {
  await page.goto(book.path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const paths = await leading(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const ways = paths.filter((path) => !path.startsWith('/sign-in'));
  expect(sections.map(({ path }) => path)).toEqual(expect.arrayContaining(ways));
  return sections.filter(({ path }) => ways.includes(path));
}

async function open(page: Page, { path }: Section) {
  await leading(page, path).first().click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const whoever = (model: Model) => [visitor, ...model.accounts];
const named = (model: Model, { role, name }: Somebody) => `${model.name}, ${role} (${name})`;

for (const model of models) {
  for (const somebody of whoever(model)) {
    test(`${named(model, somebody)}: is offered what the server grants, and nothing else @every-size`, async ({
      visit,
    }) => {
      const { page, api, refused } = await visit(model, somebody);
      const offered = await offeredTo(page);
      for (const section of offered) {
        expect([await api.status(section.asks), await api.status(section.path)], section.path).toEqual([200, 200]);
        await open(page, section);
        await expect(refusal(page)).toHaveCount(0);
      }
      for (const section of sections.filter((one) => !offered.includes(one))) {
        expect([401, 403]).toContain(await api.status(section.asks));
        expect(await api.status(section.path)).toBe(403);
        await page.goto(section.path);
        await expect(refusal(page)).toBeVisible();
      }
      expect(refused).toEqual([]);
    });
  }

  test(`${model.name}: the highest role is granted more than the client, who is granted more than the visitor`, async ({
    visit,
  }) => {
    const granted = async (somebody: Somebody) => {
      const { api } = await visit(model, somebody);
      const statuses = await Promise.all(sections.map(({ path }) => api.status(path)));
      return statuses.filter((status) => status === 200).length;
    };
    const client = await granted(model.accounts.at(-1)!);
    expect(await granted(model.accounts[0])).toBeGreaterThan(client);
    expect(client).toBeGreaterThan(await granted(visitor));
  });
}

// ---- what is pressed on each screen ----------------------------------------------------------------------------

const hand = new Mouse();

/** A time that can still be cancelled, served by `name` if they serve anybody. */
async function someTime(api: Api, name?: string) {
  const { services } = await api.get('/api/services');
  const { staff } = await api.get('/api/staff');
  const performer = staff.find((person: any) => person.name === name);
  const service = services.find(({ performers }: any) => !performer || performers.includes(performer.id));
  return api.freeTime({ service: service.name, performer: performer?.name });
}

async function bookByHand(page: Page, time: FreeTime, somebody: Somebody) {
  const wizard = new BookingWizard(page, hand);
  await wizard.choose(time);
  await wizard.proceed();
  if (!somebody.email) await wizard.introduce(newcomer('Iris Potok'));
  await wizard.confirm();
}

async function cancelAtHome(page: Page, api: Api, time: FreeTime) {
  const { bookings } = await api.get('/api/my/bookings');
  const booked = bookings.find((one: any) => one.starts_at === time.startsAt && one.person_id === time.performer.id);
  await new ClientHome(page, hand).cancel(time.lasting((booked.ends_at - booked.starts_at) / 60));
}

async function addChild(page: Page) {
  await page.getByRole('button', { name: 'Add a family member' }).click();
  await page.getByLabel('Their name').fill('Pika');
  await page.getByLabel('Date of birth').fill('2018-04-12');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Family' })).toContainText('Pika');
}

/** A booking of a client's in the calendar, cancelled if that is offered. */
async function cancelAtWork(page: Page, api: Api, client: Api, somebody: Somebody) {
  const time = await someTime(client, somebody.name);
  const { id } = await client.book(time);
  await page.goto(`/staff/week/${time.date}/booking/${id}`);
  const detail = page.getByRole('complementary').or(page.getByRole('dialog'));
  const cancel = detail.getByRole('button', { name: 'Cancel booking' });
  await expect(cancel).toBeVisible();
  expect(await unexplained(page)).toEqual([]);
  await pressEverything(page);
  if (await cancel.isDisabled()) {
    expect((await api.post(`/api/bookings/${id}/cancel`)).status()).toBe(403);
    return;
  }
  await cancel.click();
  await page.getByRole('dialog').filter({ hasText: '?' }).getByRole('button', { name: 'Cancel booking' }).click();
  await expect.poll(async () => (await client.get(`/api/bookings/${id}`)).status).toBe('cancelled');
}

for (const model of models) {
  const client = model.accounts.at(-1)!;
  for (const somebody of whoever(model)) {
    test(`${named(model, somebody)}: nothing that is offered is refused`, async ({ visit }) => {
      const { page, api, refused } = await visit(model, somebody);
      const offered = await offeredTo(page);
      const time = await someTime(api);
      for (const section of offered) {
        await open(page, section);
        await pressEverything(page);
        expect(await unexplained(page), section.path).toEqual([]);
        if (section === book) await bookByHand(page, time, somebody);
        if (section === home) await cancelAtHome(page, api, time);
        if (section === home) await addChild(page);
        if (section === calendar) await cancelAtWork(page, api, (await visit(model, client)).api, somebody);
        expect(refused, section.path).toEqual([]);
      }
    });
  }
}
