// Who may do what is changed by those who may change it, and follows at once in every browser.
import type { Page } from '@playwright/test';
import { accounts, newcomer } from '../support/accounts';
import { Api } from '../support/api';
import { expect, test } from '../support/test';

type Colleague = { id: string; name: string; page: Page; api: Api };

/** Somebody who has just begun here, as limited staff, with the portal open. */
async function beginner(page: Page, owner: Api, name: string): Promise<Colleague> {
  const api = new Api(page.request, owner.url);
  const person = newcomer(name);
  const session = await api.change('/api/clients', { ...person, dependents: [] });
  await owner.change('/api/team', { email: person.email, role: 'limited_staff', reason: 'Begins today' });
  return { id: session.person.id, name, page, api };
}

async function openForm(page: Page, { name }: { name: string }) {
  await page.goto('/staff/roles/people');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('link', { name: 'Change roles' }).click();
}

async function save(page: Page, name: string, reason: string) {
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Save roles' }).click();
  await expect(page.getByText(`The roles of ${name} are saved.`).first()).toBeVisible();
}

test('a promotion reaches the open browser of who is promoted, and stands in the history', async ({
  page, another, signedIn,
}) => {
  const owner = await signedIn(accounts.owner);
  const colleague = await beginner(await another(), owner, 'Nina Zupan');
  await colleague.page.goto('/staff');
  const filter = colleague.page.getByRole('button', { name: 'Ana', exact: true });
  await expect(colleague.page.getByRole('link', { name: 'Today' })).toBeVisible();
  await expect(filter).toHaveCount(0);
  let loads = 0;
  colleague.page.on('domcontentloaded', () => loads++);

  await openForm(page, colleague);
  await page.getByRole('checkbox', { name: 'Staff', exact: true }).check();
  await expect(page.getByText(/^Adds \d+ permissions, among them: /)).toBeVisible();
  await save(page, colleague.name, 'Runs the front desk');

  await expect(filter).toBeVisible();
  expect(loads).toBe(0);

  await page.getByRole('link', { name: 'History' }).last().click();
  await expect(page.getByText('Limited staff → Limited staff, Staff')).toBeVisible();
  await expect(page.getByText('“Runs the front desk”')).toBeVisible();
  await expect(page.getByText(/Helena Roth, as Owner · /).first()).toBeVisible();
});

test('who loses the roles that opened a page is shown out of it at once', async ({ another, signedIn }) => {
  const owner = await signedIn(accounts.owner);
  const colleague = await beginner(await another(), owner, 'Vid Kranjc');
  const change = (version: number, roles: string[]) =>
    owner.change(`/api/team/${colleague.id}/roles`, { version, roles, custom_roles: [], reason: 'For a day' });
  const { member } = await change(1, ['manager']);
  await colleague.page.goto('/staff/roles/people');
  await expect(colleague.page.getByRole('link', { name: /^Ana Novak/ })).toBeVisible();
  await change(member.version, ['limited_staff']);
  await expect(colleague.page.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible();
  await expect(colleague.page.getByText('Ana Novak')).toHaveCount(0);
});

test('the last owner cannot be demoted and is told why', async ({ page, signedIn }) => {
  const owner = await signedIn(accounts.owner);
  await openForm(page, { name: 'Helena Roth' });
  await expect(page.getByRole('checkbox', { name: 'Owner', exact: true })).toBeDisabled();
  await expect(page.getByText(/Nobody else has the role “Owner”. Give it to somebody else first/)).toBeVisible();
  const { members } = await owner.get('/api/team');
  const { id, version } = members.find(({ name }: { name: string }) => name === 'Helena Roth');
  const body = { version, roles: ['manager'], custom_roles: [], reason: 'A try' };
  expect((await owner.post(`/api/team/${id}/roles`, body)).status()).toBe(409);
});

test('a manager cannot touch an owner, and hears who can', async ({ page, signedIn }) => {
  await signedIn(accounts.manager);
  await page.goto('/staff/roles/people');
  await page.getByRole('link', { name: /^Helena Roth/ }).click();
  await expect(page.getByRole('button', { name: 'Change roles' })).toBeDisabled();
  await expect(page.getByText(/only where it concerns limited staff and staff/)).toBeVisible();
});

test('a role of the business’s own gives one permission and no other', async ({ page, another, signedIn }) => {
  const owner = await signedIn(accounts.owner);
  const colleague = await beginner(await another(), owner, 'Tim Bevk');
  const role = `Rescheduling ${Date.now().toString(36)}`;
  await page.goto(`/staff/roles/people?person=${colleague.id}&why=reschedule_booking`);
  await expect(page.getByText('Limited staff does not include: Move a booking.')).toBeVisible();
  await page.getByRole('link', { name: 'Create role' }).click();
  await page.getByLabel('Name of the role').fill(role);
  await page.getByLabel('Reason').fill('Looks after the calendar');
  await page.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByRole('columnheader', { name: new RegExp(`^${role}`) })).toBeVisible();

  await openForm(page, colleague);
  await page.getByRole('checkbox', { name: role }).check();
  await save(page, colleague.name, 'Looks after the calendar');
  const session = await colleague.api.session();
  expect(session.person.custom_roles).toMatchObject([{ name: role, adjustments: [{ reach: 'all' }] }]);

  await page.goto('/staff/roles/who-can?permission=reschedule_booking');
  const list = page.getByRole('list', { name: 'These can', exact: true });
  await expect(list.getByRole('link', { name: `Tim Bevk All · ${role}` })).toBeVisible();
  await page.getByLabel('Who can …?').selectOption({ label: 'Change services' });
  await expect(page).toHaveURL(/permission=modify_services/);
  await expect(list.getByRole('link', { name: /^Tim Bevk/ })).toHaveCount(0);

  await page.goto('/staff/roles');
  await page.getByRole('button', { name: /^Custom roles/ }).click();
  await page.getByRole('link', { name: `Edit: ${role}` }).click();
  await page.getByRole('button', { name: 'Remove role' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 person has this role and loses it.');
  await dialog.getByLabel('Reason').fill('Was a trial');
  await dialog.getByRole('button', { name: 'Remove role' }).click();
  await expect(page.getByRole('columnheader', { name: new RegExp(`^${role}`) })).toHaveCount(0);
});

test('who narrows to one role has that role’s portal until they take the others again', async ({
  page, signedIn,
}) => {
  await signedIn(accounts.manager);
  await page.goto('/my');
  const nav = page.getByRole('navigation');
  await expect(nav.getByRole('link', { name: 'Roles and access' })).toBeVisible();
  await page.getByLabel('Acting as').selectOption('Client');
  await expect(nav.getByRole('link', { name: 'Roles and access' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Acting as')).toHaveValue('client');
  await page.getByLabel('Acting as').selectOption('All my roles');
  await expect(nav.getByRole('link', { name: 'Roles and access' })).toBeVisible();
});
