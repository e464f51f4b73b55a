// Whatever writes into a field, the server gets what stands there: input methods, the clipboard, undo, programs.
import type { CDPSession, Page } from '@playwright/test';
import { newcomer } from '../support/accounts';
import { Api } from '../support/api';
import { settled } from '../support/frames';
import { expect, test } from '../support/test';

const fullName = (page: Page) => page.getByLabel('Full name');

async function openRegistration(page: Page) {
  await page.goto('/register');
  await expect(fullName(page)).toBeVisible();
}

/** Registers with what the name field holds; the name that the server has stored. */
async function storedName(page: Page, url: string) {
  const person = newcomer('Somebody');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Phone').fill(person.phone);
  await page.getByLabel('Choose a password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  await expect(page).toHaveURL('/my');
  return (await new Api(page.request, url).session()).person.name;
}

/** Every write into a field by the page itself, with whether it came in the middle of a composition. */
async function watchWrites(page: Page) {
  await page.addInitScript(() => {
    const writes: string[] = [];
    let composing = false;
    Object.assign(window, { writes });
    addEventListener('compositionstart', () => (composing = true), true);
    addEventListener('compositionend', () => (composing = false), true);
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
      ...value,
      set(text) {
        if (composing) writes.push(text);
        value.set!.call(this, text);
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { writes: string[] }).writes);
}

type Composition = { name: string; grows: string[]; becomes: string };

const compositions: Composition[] = [
  { name: 'Japanese', grows: ['k', 'か', 'かn', 'かん', 'かんj', 'かんじ', '漢字'], becomes: '漢字' },
  { name: 'Korean', grows: ['ㅎ', '하', '한'], becomes: '한' },
  { name: 'Chinese', grows: ['p', 'pi', 'pin', 'pin y', 'pin yin', '拼音'], becomes: '拼音' },
  { name: 'a dead key', grows: ['´'], becomes: 'é' },
  { name: 'a composition that is given up', grows: ['k', 'か'], becomes: '' },
];

/** Writes as an input method does. `meanwhile` runs before it commits. */
async function compose(
  devTools: CDPSession,
  { grows, becomes }: Composition,
  meanwhile: () => Promise<void>,
) {
  for (const text of grows)
    await devTools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await meanwhile();
  if (becomes) await devTools.send('Input.insertText', { text: becomes });
  else await devTools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
}

test('what an input method composes arrives whole, and nothing disturbs it meanwhile', async ({
  page,
  server,
}) => {
  const writes = await watchWrites(page);
  await openRegistration(page);
  const devTools = await page.context().newCDPSession(page);
  await fullName(page).focus();
  let expected = '';
  for (const composition of compositions) {
    await page.keyboard.type(' a');
    expected += ' a';
    await compose(devTools, composition, async () => {
      // Frames in the middle of it: another size, another theme, a pointer over a button.
      await page.setViewportSize({ width: 1200 + expected.length, height: 800 });
      await page.getByRole('main').getByRole('button', { name: 'Create an account' }).hover();
      await settled(page);
      await expect(fullName(page), composition.name).toHaveValue(expected + composition.grows.at(-1));
    });
    expected += composition.becomes;
    await expect(fullName(page), composition.name).toHaveValue(expected);
  }
  expect(await writes()).toEqual([]);
  expect(await storedName(page, server.url)).toBe(expected.trim());
});

test('emoji and letters beyond 16 bits arrive as they are, and are never cut in halves', async ({
  page,
  server,
}) => {
  await openRegistration(page);
  const name = '👩‍👩‍👧 Zoë 𝒜𠮷';
  await fullName(page).fill(name);
  expect(await storedName(page, server.url)).toBe(name);
});

test('what is pasted arrives, as much of it as fits', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await openRegistration(page);
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await fullName(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
  };
  await paste(`x${'🎹'.repeat(300)}`);
  const kept = await fullName(page).inputValue();
  expect(kept.length).toBeLessThanOrEqual(Number(await fullName(page).getAttribute('maxlength')));
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.isWellFormed()).toBe(true);
  await paste('  Iris\nPotok\t');
  expect(await storedName(page, server.url)).toBe('Iris Potok');
});

test('undo and redo are the browser’s, and the form knows of them', async ({ page, server }) => {
  await openRegistration(page);
  await fullName(page).pressSequentially('Iris Potok');
  await fullName(page).press('ControlOrMeta+z');
  const undone = await fullName(page).inputValue();
  expect(undone.length).toBeLessThan('Iris Potok'.length);
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  if (undone === '') await expect(fullName(page)).toHaveAttribute('aria-invalid', 'true');
  await fullName(page).focus();
  await fullName(page).press('ControlOrMeta+Shift+z');
  await expect(fullName(page)).toHaveValue('Iris Potok');
  expect(await storedName(page, server.url)).toBe('Iris Potok');
});

test('showing the password keeps it, and the place where one writes', async ({ page }) => {
  await page.goto('/sign-in');
  const secret = page.getByLabel('Password', { exact: true });
  await secret.fill('seven quiet pianos');
  await expect(secret).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(secret).toHaveAttribute('type', 'text');
  await expect(secret).toHaveValue('seven quiet pianos');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(secret).toHaveAttribute('type', 'password');
  await expect(secret).toHaveValue('seven quiet pianos');
});

test('several fields filled in one task are all known', async ({ page, server }) => {
  await openRegistration(page);
  const person = newcomer('Iris Potok');
  const fields: [string, string][] = [
    ['Full name', person.name],
    ['Email', person.email],
    ['Phone', person.phone],
    ['Choose a password', person.password],
  ];
  const handles = await Promise.all(fields.map(([label]) => page.getByLabel(label).elementHandle()));
  await page.evaluate(
    ({ handles, fields }) => {
      for (const [index, node] of (handles as HTMLInputElement[]).entries()) {
        node.value = fields[index][1];
        for (const kind of ['input', 'change']) node.dispatchEvent(new Event(kind, { bubbles: true }));
      }
    },
    { handles, fields },
  );
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  await expect(page).toHaveURL('/my');
  const { name, email, phone } = (await new Api(page.request, server.url).session()).person;
  expect({ name, email, phone }).toEqual({ name: person.name, email: person.email, phone: person.phone });
});

type Asked = { path: string; label: string; asks: Record<string, string> };

const asked: Asked[] = [
  {
    path: '/register',
    label: 'Full name',
    asks: { type: 'text', autocomplete: 'name', enterkeyhint: 'next' },
  },
  { path: '/register', label: 'Email', asks: { type: 'email', autocomplete: 'email', enterkeyhint: 'next' } },
  { path: '/register', label: 'Phone', asks: { type: 'tel', autocomplete: 'tel', enterkeyhint: 'next' } },
  {
    path: '/register',
    label: 'Choose a password',
    asks: { type: 'password', autocomplete: 'new-password', enterkeyhint: 'done' },
  },
  {
    path: '/sign-in',
    label: 'Email',
    asks: { type: 'email', autocomplete: 'username', enterkeyhint: 'next' },
  },
  {
    path: '/sign-in',
    label: 'Password',
    asks: { type: 'password', autocomplete: 'current-password', enterkeyhint: 'done' },
  },
];

test('each field says which keyboard and which memory it wants', async ({ page }) => {
  for (const { path, label, asks } of asked) {
    if (new URL(page.url(), 'http://x').pathname !== path) await page.goto(path);
    const field = page.getByLabel(label, { exact: true });
    for (const [attribute, value] of Object.entries(asks))
      await expect.soft(field, `${path} ${label}`).toHaveAttribute(attribute, value);
    await expect.soft(field).toHaveAttribute('maxlength', /^\d+$/);
  }
});
