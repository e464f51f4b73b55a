// What is drawn can also be read: by screen readers, by find-in-page, by password managers.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Account } from '../support/account_screens';
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { settled } from '../support/frames';
import { Mouse } from '../support/hands';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

test('the list of screens covers every route', () => {
  const table = readFileSync(new URL('../../../src/portal/routes.h', import.meta.url), 'utf8');
  const places = [...table.matchAll(/Route\{Place::(\w+)/g)].map(([, place]) => place);
  expect(places.length).toBeGreaterThan(5);
  // The calendar of a week is the calendar with another address.
  expect(places.filter((place) => place !== 'calendar_week'))
    .toEqual(expect.arrayContaining([...new Set(screens.map(({ place }) => place))]));
  for (const place of places.filter((place) => place !== 'calendar_week'))
    expect(screens.some((screen) => screen.place === place), place).toBe(true);
});

for (const { name, as, open } of screens) {
  test(`${name}: axe finds nothing wrong, and the console is silent @every-size`, async ({ another, server }) => {
    const page = await another(as);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await open(page, new Api(page.request, server.url));
    await settled(page);
    // Contrast is a matter of the theme's colours: the text axe sees is transparent over its drawn twin.
    const { violations } = await new AxeBuilder({ page }).disableRules('color-contrast').analyze();
    expect(violations.map(({ help, nodes }) => [help, nodes.slice(0, 5).map(({ html }) => html)])).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('the booking screen reads like a page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Book a visit" [level=1]
      - radiogroup /Service/:
        - radio /^Piano lesson.*45 min.*€42/ [checked]
        - radio /^Violin lesson/
        - radio /^Voice coaching/
        - radio /^Trial lesson.*Free/
        - radio /^Ensemble class/
      - radiogroup "With whom?":
        - radio "Anyone" [checked]
        - radio "Ana Novak"
        - radio "Clara Ito"
      - button "Previous month" [disabled]
      - button "Next month"
      - grid
  `);
});

test('find in page finds what is drawn', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
  await settled(page);
  for (const text of ['Book a visit', 'Voice coaching', 'Dots show', 'Free to cancel'])
    expect(await page.evaluate((words) => window.find(words, false, false, true), text), text).toBe(true);
  expect(await page.evaluate(() => window.find('nowhere to be seen', false, false, true))).toBe(false);
});

/** What password managers look at before they offer to fill a field. */
async function expectFillable(field: Locator, token: string) {
  await field.scrollIntoViewIfNeeded();
  const facts = await field.evaluate((node: HTMLInputElement) => {
    const box = node.getBoundingClientRect();
    let opacity = 1;
    for (let each: Element | null = node; each; each = each.parentElement) opacity *= +getComputedStyle(each).opacity;
    return {
      height: box.height,
      fontSize: parseFloat(getComputedStyle(node).fontSize),
      opacity,
      inForm: node.form !== null,
      hit: document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === node,
      visibleText: getComputedStyle(node).color !== 'rgba(0, 0, 0, 0)',
    };
  });
  expect(facts).toMatchObject({ opacity: 1, inForm: true, hit: true, visibleText: true });
  expect(facts.height).toBeGreaterThanOrEqual(44);
  expect(facts.fontSize).toBeGreaterThanOrEqual(16);
  await expect(field).toHaveAttribute('autocomplete', token);
}

const newAccount: [string, string][] = [
  ['Full name', 'name'], ['Email', 'email'], ['Phone', 'tel'], ['Choose a password', 'new-password'],
];

async function expectAllFillable(page: Page, fields: [string, string][]) {
  for (const [label, token] of fields) await expectFillable(page.getByLabel(label, { exact: true }), token);
}

test('fields can be filled by password managers and fingers @every-size', async ({ page, api }) => {
  await page.goto('/sign-in');
  await expect(new Account(page, new Mouse()).email).toBeVisible();
  await expectAllFillable(page, [['Email', 'username'], ['Password', 'current-password']]);
  await page.goto('/register');
  await expectAllFillable(page, newAccount);
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  await expectAllFillable(page, newAccount);
});
