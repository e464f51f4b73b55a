// Many want the same time at the same moment: one gets it, the others hear why and what else is free.
import type { Page, Route } from '@playwright/test';
import { accounts } from '../support/accounts';
import { BookingWizard } from '../support/booking_wizard';
import { Mouse } from '../support/hands';
import { expect, test } from '../support/test';

/** Lets each page's next request for `path` go only once all of the pages have sent theirs. */
async function together(pages: Page[], path: string) {
  const waiting: Route[] = [];
  for (const page of pages) {
    await page.route(`**${path}`, async (route) => {
      waiting.push(route);
      if (waiting.length === pages.length) await Promise.all(waiting.map((one) => one.continue()));
    }, { times: 1 });
  }
}

test('two visitors take the same time at once: one holds it, the other gets a reason and other times',
  async ({ page, api, another }) => {
    const time = await api.freeTime({ performer: 'Ana Novak' });
    const pages = [page, await another()];
    const wizards = pages.map((each) => new BookingWizard(each, new Mouse()));
    await together(pages, '/api/holds');
    for (const wizard of wizards) {
      await wizard.open();
      await wizard.choose(time);
    }
    await Promise.all(wizards.map((wizard) => wizard.pressContinue()));

    const holds = pages.map((each) => each.getByText(/^Held for you/));
    await expect.poll(async () => (await holds[0].count()) + (await holds[1].count())).toBe(1);
    const loser = (await holds[0].count()) === 1 ? pages[1] : pages[0];
    await expect(loser.getByText(/taken|gone|faster/i).first()).toBeVisible();
    const offered = loser.getByRole('button', { name: /\d\d:\d\d/ });
    await expect(offered.first()).toBeVisible();

    await offered.first().click();
    await expect(loser.getByText(/^Held for you/)).toBeVisible();
  });

test('of ten who hold the same time at once exactly one succeeds', async ({ api }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/api/holds', time.holdRequest)));
  expect(answers.map((answer) => answer.status()).sort()).toEqual([200, ...Array(9).fill(409)]);
  const refusal = answers.find((answer) => answer.status() === 409)!;
  expect(await refusal.json()).toMatchObject({ code: 'conflict', field: 'starts_at', message: /\S/ });
});

test('one hold confirmed ten times at once is one booking', async ({ signedIn }) => {
  const api = await signedIn(accounts.client);
  const hold = await api.hold(await api.freeTime());
  const confirmation = { hold_id: hold.id, secret: hold.secret };
  const key = { 'Idempotency-Key': 'the-same-click-sent-ten-times' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.post('/api/bookings', confirmation, key)));
  const bookings = await Promise.all(answers.map((answer) => answer.json()));
  expect(new Set(bookings.map((booking) => JSON.stringify(booking))).size).toBe(1);
  expect((await api.myBookings()).filter(({ id }) => id === hold.id)).toHaveLength(1);

  const again = await api.post('/api/bookings', confirmation);
  expect(again.status()).toBe(409);
});
