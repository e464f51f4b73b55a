// Without any script the portal is pages and forms, and everything a visitor came for can be done.
import AxeBuilder from '@axe-core/playwright';
import { Account } from '../support/account_screens';
import { accounts, newcomer } from '../support/accounts';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { ClientHome } from '../support/client_home';
import { Mouse } from '../support/hands';
import { settled } from '../support/frames';
import { differences } from '../support/reading';
import { expect, test } from '../support/test';

const hand = new Mouse();

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor books a lesson for a child, signs in again and cancels @every-size', async ({
    page,
    api,
  }) => {
    const time = await api.freeTime({ performer: 'Ana Novak' });
    const parent = newcomer('Vida Zorman');
    const wizard = new BookingWizard(page, hand);
    await wizard.open();
    await wizard.choose(time);
    await wizard.pressContinue();
    await wizard.introduce(parent);
    await wizard.chooseFor('My child');
    await expect(page.getByText(/^Held for you/)).toBeVisible();
    await expect(page.getByLabel('Full name')).toHaveValue(parent.name);
    await page.getByLabel('Their name').fill('Neža');
    await page.getByLabel('Date of birth').fill('2016-05-03');
    await page.getByLabel('Choose a password').fill(parent.password);
    await wizard.confirm();
    await expect(page.getByText('Neža').first()).toBeVisible();
    await expect(page).toHaveURL(/\/booked\/\d+$/);

    const account = new Account(page, hand);
    const home = new ClientHome(page, hand);
    await home.open();
    await expect(home.booking(time)).toContainText('Neža');
    await account.signOut();
    await page.goto('/sign-in');
    await account.signIn(parent.email, 'not this one');
    await expect(page.getByRole('alert').filter({ hasText: /password/ })).toBeVisible();
    await expect(account.email).toHaveValue(parent.email);
    await account.signIn(parent.email, parent.password);
    await home.cancel(time);
    await page.reload();
    await expect(home.booking(time)).toHaveCount(0);
  });

  test('what is missing is named at its field, what was typed stays, and Enter sends the form', async ({
    page,
    api,
  }) => {
    const wizard = new BookingWizard(page, hand);
    await wizard.open();
    await wizard.choose(await api.freeTime());
    await wizard.pressContinue();
    await page.getByLabel('Full name').fill('Iris <Potok> & "Co"');
    await page.getByLabel('Phone').fill('123');
    await page.getByLabel('Phone').press('Enter');
    const email = page.getByLabel('Email');
    await expect(email).toHaveAttribute('aria-invalid', 'true');
    await expect(email).toHaveAccessibleDescription(/\S/);
    await expect(email).toBeFocused();
    await expect(page.getByLabel('Full name')).toHaveValue('Iris <Potok> & "Co"');
  });

  for (const [who, email, heading] of [
    ['a client', accounts.client, /^Good /],
    ['staff', accounts.staff, /\d{4}/],
    ['the performer', accounts.performer, /\d{4}/],
  ] as const) {
    test(`${who} signs in and sees the first page`, async ({ page }) => {
      await page.goto('/sign-in');
      await new Account(page, hand).signIn(email);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    });
  }

  test('dark colours are kept without script too', async ({ page }) => {
    await page.goto('/');
    const ground = () => page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Use dark colours' }).click();
    await expect(page.getByRole('button', { name: 'Use light colours' })).toBeVisible();
    expect(await ground()).not.toBe(light);
    await page.goto('/sign-in');
    expect(await ground()).not.toBe(light);
  });
});

const screens = ['/', '/sign-in', '/register', '/my', '/no/such/page'];

for (const [path, email] of [
  ...screens.map((path) => [path]),
  ['/my', accounts.client],
  ['/staff', accounts.staff],
  ['/staff', accounts.performer],
  ['/staff', accounts.owner],
]) {
  test(`${path} reads the same to ${email ?? 'a visitor'} as HTML and as canvas`, async ({
    another, browser, server,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
    if (email) await new Api(context.request, server.url).signIn(email);
    const html = await context.newPage();
    await html.goto(path);
    const canvas = await another(email);
    await canvas.goto(path);
    await settled(canvas);
    expect(await differences(html, canvas)).toEqual([]);
    await context.close();
  });
}

test('the steps of a booking read the same as HTML and as canvas', async ({ page, api, browser, server }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const wizard = new BookingWizard(page, hand);
  await wizard.open();
  await wizard.choose(time);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
  const html = await context.newPage();
  await html.goto(page.url());
  expect(await differences(html, page)).toEqual([]);
  await context.close();
});

for (const path of screens) {
  test(`axe finds nothing wrong with ${path} as HTML`, async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(path);
    await expect(page.locator('#page')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ help, nodes }) => [help, nodes.slice(0, 5).map(({ html }) => html)])).toEqual(
      [],
    );
  });
}
