// Whoever looks at a demo comes in as anybody of it by one press, and can go on as somebody else.
import type { Page } from '@playwright/test';
import { Account } from '../support/account_screens';
import { Mouse } from '../support/hands';
import { expect, type Model, models, test, visitor } from '../support/models';

async function comeInAsEach(page: Page, model: Model) {
  const account = new Account(page, new Mouse());
  await page.goto('/sign-in');
  for (const { name, role, email } of model.accounts) {
    await expect(page.getByRole('heading', { level: 2, name: 'This is a demo' })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByRole('button', { name: /\.example|@/ })).toHaveCount(0);
    await main.getByRole('button', { name: `${name} ${role}` }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toHaveCount(0);
    expect((await (await page.request.get('/api/session')).json()).person.email).toBe(email);
    await account.signOut();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  }
}

for (const model of models) {
  test(`${model.name}: one comes in as each account of the demo @every-size`, async ({ visit }) => {
    const { page, refused } = await visit(model, visitor);
    await comeInAsEach(page, model);
    expect(refused).toEqual([]);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('one comes in as each account of the demo @every-size', async ({ visit }) => {
    const { page } = await visit(models[0], visitor);
    await comeInAsEach(page, models[0]);
  });
});
