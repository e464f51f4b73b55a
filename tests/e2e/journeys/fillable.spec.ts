// Password managers and autofill look at a page before they offer anything. These are the checks they publish.
import type { Page } from '@playwright/test';
import { Api } from '../support/api';
import { newcomer } from '../support/accounts';
import { settled } from '../support/frames';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

// Of the HTML standard, those a booking could want.
const tokens = [
  'off',
  'name',
  'given-name',
  'family-name',
  'nickname',
  'organization',
  'street-address',
  'address-line1',
  'address-line2',
  'address-level1',
  'address-level2',
  'postal-code',
  'country',
  'country-name',
  'email',
  'tel',
  'tel-national',
  'bday',
  'sex',
  'url',
  'language',
  'username',
  'current-password',
  'new-password',
  'one-time-code',
];

type Field = {
  label: string;
  problems: string[];
  token: string;
  type: string;
};

/**
 * Every field of the page as a password manager sees it, in the order of the document. A list outside of forms, such as
 * that of the languages, is a switch of the page.
 */
function fieldsOf(page: Page): Promise<Field[]> {
  return page.evaluate((known) => {
    const kinds =
      'input:not([type=radio], [type=checkbox], [type=file], [type=hidden], [type=range]), textarea, form select';
    return [...document.querySelectorAll<HTMLInputElement>(kinds)].map((field) => {
      field.scrollIntoView({ block: 'center' });
      const box = field.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const style = getComputedStyle(field);
      let opacity = 1;
      for (let each: Element | null = field; each; each = each.parentElement)
        opacity *= +getComputedStyle(each).opacity;
      const token = field.autocomplete.split(' ').at(-1) ?? '';
      const wanted: Record<string, boolean> = {
        'is at least 30 × 15, and 44 high for fingers': box.width >= 30 && box.height >= 44,
        'is opaque': opacity > 0,
        'is visible':
          style.visibility === 'visible' && style.display !== 'none' && !field.closest('[aria-hidden=true]'),
        'is hit at its centre': document.elementFromPoint(x, y) === field,
        'is in a form': field.form !== null,
        'has a name': field.name !== '',
        'has an id': field.id !== '' && document.querySelectorAll(`#${CSS.escape(field.id)}`).length === 1,
        'has a name of its own in its form':
          field.form !== null &&
          [...field.form.elements].filter((one) => (one as any).name === field.name).length === 1,
        'has a label': (field.labels?.length ?? 0) > 0 && field.labels![0].textContent!.trim() !== '',
        'has a known autocomplete token': known.includes(token),
        'has letters of 16 pixels, so that no phone zooms': parseFloat(style.fontSize) >= 16,
        'has letters one can see': style.color !== 'rgba(0, 0, 0, 0)',
      };
      return {
        label: field.labels?.[0]?.textContent?.trim() ?? '',
        problems: Object.keys(wanted).filter((name) => !wanted[name]),
        token,
        type: field.type,
      };
    });
  }, tokens);
}

/** What a manager would take for the name that belongs to a password. */
function checkPasswords(fields: Field[], screen: string) {
  for (const [index, field] of fields.entries()) {
    if (field.type !== 'password') continue;
    expect(field.token, screen).toMatch(/^(current|new)-password$/);
    const before = fields[index - 1];
    expect(
      before && ['username', 'email'].includes(before.token),
      `${screen}: ${before?.label} comes before it`,
    ).toBe(true);
  }
}

for (const { name, as, open } of screens.filter(({ name }) => name !== 'details refused')) {
  test(`${name}: every field can be filled by what fills fields @every-size`, async ({ another, server }) => {
    const page = await another(as);
    await open(page, new Api(page.request, server.url));
    await settled(page);
    const fields = await fieldsOf(page);
    for (const { label, problems } of fields) expect.soft(problems, label).toEqual([]);
    checkPasswords(fields, name);
    if (['sign in', 'registration', 'details'].includes(name)) expect(fields.length).toBeGreaterThan(1);
  });
}

test('each form can be sent without a script, to an address and with a button', async ({ page, api }) => {
  for (const path of ['/sign-in', '/register']) {
    await page.goto(path);
    await settled(page);
    const forms = await page.evaluate(() =>
      [...document.forms].map((form) => ({
        method: form.method,
        submits: [...form.elements].filter((one) => (one as HTMLButtonElement).type === 'submit').length,
      })),
    );
    expect(forms.length, path).toBeGreaterThan(0);
    for (const { submits } of forms) expect(submits, path).toBe(1);
  }
  expect(await api.session()).toBeTruthy();
});

test('the browser fills in an address it knows', async ({ page, server }) => {
  const person = newcomer('Iris Potok');
  await page.goto('/register');
  const first = page.getByLabel('Full name');
  await expect(first).toBeVisible();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('DOM.enable');
  await devTools.send('Autofill.enable');
  const { root } = await devTools.send('DOM.getDocument');
  const field = await first.getAttribute('id');
  const { nodeId } = await devTools.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${field}` });
  const { node } = await devTools.send('DOM.describeNode', { nodeId });
  await first.click();
  const address = {
    fields: [
      { name: 'NAME_FULL', value: person.name },
      { name: 'EMAIL_ADDRESS', value: person.email },
      { name: 'PHONE_HOME_WHOLE_NUMBER', value: '+38640555010' },
    ],
  };
  await devTools.send('Autofill.trigger', { fieldId: node.backendNodeId, address } as any);
  await expect(first).toHaveValue(person.name);
  await expect(page.getByLabel('Email')).toHaveValue(person.email);
  await page.getByLabel('Phone').fill(person.phone);
  await page.getByLabel('Choose a password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  await expect(page).toHaveURL('/my');
  expect((await new Api(page.request, server.url).session()).person).toMatchObject({
    name: person.name,
    email: person.email,
  });
});
