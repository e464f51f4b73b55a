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

const whoever = (model: Model) => [visitor, ...model.accounts];
const named = (model: Model, { role, name }: Somebody) => `${model.name}, ${role} (${name})`;

for (const model of models) {
  for (const somebody of whoever(model)) {
    test(`${named(model, somebody)}: is offered what the server grants, and nothing else @every-size`, async ({
      visit,
    }) => {
      const { page, api, refused } = await visit(model, somebody);
      const offered = await offeredTo(page);
      for (const section of sections) {
        const isOffered = offered.includes(section);
        for (const path of [section.asks, section.path])
          expect(await api.status(path), path).toBe(isOffered ? 200 : somebody.email || path === section.path ? 403 : 401);
        if (isOffered) {
          await leading(page, section.path).first().click();
          await expect(page).toHaveURL(section.path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(refusal(page)).toHaveCount(0);
          continue;
        }
        await page.goto(section.path);
        await expect(refusal(page)).toBeVisible();
        await page.goto(book.path);
      }
      expect(refused).toEqual([]);
    });
  }

  test(`${model.name}: from the highest role to the visitor ever less is offered`, async ({ visit }) => {
    const offers: number[] = [];
    for (const somebody of [model.accounts[0], model.accounts.at(-1)!, visitor]) {
      const { page } = await visit(model, somebody);
      offers.push((await offeredTo(page)).length);
    }
    expect(offers).toEqual([...offers].sort().reverse());
    expect(new Set(offers).size).toBe(offers.length);
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

async function cancelAtHome(page: Page, time: FreeTime) {
  await new ClientHome(page, hand).cancel(time);
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
        await page.goto(section.path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await pressEverything(page);
        expect(await unexplained(page), section.path).toEqual([]);
        if (section === book) await bookByHand(page, time, somebody);
        if (section === home) await cancelAtHome(page, time);
        if (section === home) await addChild(page);
        if (section === calendar) await cancelAtWork(page, api, (await visit(model, client)).api, somebody);
        expect(refused, section.path).toEqual([]);
      }
    });
  }
}
