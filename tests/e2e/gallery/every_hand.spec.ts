// Mouse, finger, keyboard and script do the same things to each widget, and do them once.
import type { Page } from '@playwright/test';
import { settled } from '../support/frames';
import { expect, hands, test } from '../support/gallery';
import { Keyboard, type Hand } from '../support/hands';

interface Deed {
  name: string;
  path: string;
  act: (page: Page, hand: Hand) => Promise<unknown>;
  /** Where the keyboard's way is its own. */
  keys?: (page: Page, hand: Hand) => Promise<unknown>;
  then: (page: Page) => Promise<unknown>;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function type(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

const deeds: Deed[] = [
  {
    name: 'a button is pressed once',
    path: '/buttons',
    act: (page, hand) => hand.press(button(page, 'Pressed 0')),
    then: (page) => expect(button(page, 'Pressed 1')).toBeVisible(),
  },
  {
    name: 'a switch is turned on',
    path: '/choices',
    act: (page, hand) => hand.press(page.getByRole('switch', { name: 'Shown in search engines' })),
    keys: async (page) => {
      await page.getByRole('switch', { name: 'Shown in search engines' }).focus();
      await type(page, 'Space');
    },
    then: (page) => expect(page.getByRole('switch', { name: 'Shown in search engines' })).toBeChecked(),
  },
  {
    name: 'a menu item is chosen',
    path: '/buttons',
    act: async (page, hand) => {
      await hand.press(button(page, 'Actions'));
      await hand.press(page.getByRole('menuitem', { name: 'Copy' }));
    },
    keys: async (page, hand) => {
      await hand.press(button(page, 'Actions'));
      await expect(page.getByRole('menuitem', { name: 'Move' })).toBeFocused();
      await type(page, 'ArrowDown', 'Enter');
    },
    then: async (page) => {
      await expect(page.getByText('Done: copy')).toBeVisible();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(button(page, 'Actions')).toBeFocused();
    },
  },
  {
    name: 'a view is chosen from a menu of choices',
    path: '/buttons',
    act: async (page, hand) => {
      await hand.press(button(page, 'View'));
      await hand.press(page.getByRole('menuitemradio', { name: 'Month' }));
      await hand.press(button(page, 'View'));
    },
    keys: async (page, hand) => {
      await hand.press(button(page, 'View'));
      await expect(page.getByRole('menuitemradio', { name: 'Day' })).toBeFocused();
      await type(page, 'm', 'Enter', 'Enter');
    },
    then: (page) => expect(page.getByRole('menuitemradio', { name: 'Month' })).toBeChecked(),
  },
  {
    name: 'an option of a combo box is chosen',
    path: '/choices',
    act: async (page, hand) => {
      await hand.press(page.getByRole('combobox', { name: 'Client' }));
      await hand.press(page.getByRole('option', { name: 'Clara Ito' }));
    },
    keys: async (page) => {
      await page.getByRole('combobox', { name: 'Client' }).focus();
      await page.keyboard.type('clar');
      await type(page, 'Enter');
    },
    then: async (page) => {
      await expect(page.getByText('Chosen: clara')).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Client' })).toHaveValue('Clara Ito');
      await expect(page.getByRole('listbox')).toHaveCount(0);
    },
  },
  {
    name: 'one of several is added and another taken back',
    path: '/choices',
    act: async (page, hand) => {
      await hand.press(page.getByRole('combobox', { name: 'Plays' }));
      await hand.press(page.getByRole('listbox').getByRole('option', { name: 'Cello' }));
      await hand.press(button(page, 'Remove Piano'));
    },
    keys: async (page, hand) => {
      await page.getByRole('combobox', { name: 'Plays' }).focus();
      await type(page, 'ArrowDown', 'ArrowDown', 'Enter');
      await hand.press(button(page, 'Remove Piano'));
    },
    then: async (page) => {
      await expect(button(page, 'Remove Cello')).toBeVisible();
      await expect(button(page, 'Remove Voice')).toBeVisible();
      await expect(button(page, 'Remove Piano')).toHaveCount(0);
      await expect(page.getByRole('combobox', { name: 'Plays' })).toBeFocused();
    },
  },
  {
    name: 'a number is stepped',
    path: '/fields',
    act: (page, hand) => hand.press(button(page, 'More, Seats')),
    keys: async (page) => {
      await page.getByRole('spinbutton', { name: 'Seats' }).focus();
      await type(page, 'ArrowUp');
    },
    then: (page) => expect(page.getByRole('spinbutton', { name: 'Seats' })).toHaveValue('3'),
  },
  {
    name: 'a tab is chosen',
    path: '/disclosure',
    act: (page, hand) => hand.press(page.getByRole('tab', { name: 'Invoices' })),
    keys: async (page) => {
      await page.getByRole('tab', { name: 'Lessons' }).focus();
      await type(page, 'ArrowRight');
      await expect(page.getByRole('tab', { name: 'Invoices' })).toBeFocused();
    },
    then: async (page) => {
      await expect(page.getByRole('tab', { name: 'Invoices' })).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel', { name: 'Invoices' })).toContainText('Two invoices');
    },
  },
  {
    name: 'a part of an accordion is opened',
    path: '/disclosure',
    act: (page, hand) => hand.press(page.getByRole('button', { name: 'Opening hours' })),
    then: (page) => expect(page.getByRole('region', { name: 'Opening hours' })).toContainText('Monday'),
  },
  {
    name: 'a question is answered',
    path: '/disclosure',
    act: async (page, hand) => {
      await hand.press(button(page, 'Cancel lesson…'));
      await hand.press(button(page, 'Cancel lesson'));
    },
    then: async (page) => {
      await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    name: 'what was done is undone from its notice',
    path: '/feedback',
    act: async (page, hand) => {
      await hand.press(button(page, 'Cancel the booking'));
      await hand.press(button(page, 'Undo'));
    },
    then: (page) => expect(page.getByText('Undone')).toBeVisible(),
  },
];

for (const { name, path, act, keys, then } of deeds) {
  for (const way of ['mouse', 'keyboard', 'script', 'finger']) {
    test(`${name}, by ${way} ${way === 'finger' ? '@phone' : ''}`, async ({ page, hasTouch }) => {
      const [, hand] = hands(page, hasTouch).find(([each]) => each === way)!;
      await page.goto(path);
      await settled(page);
      await (hand instanceof Keyboard && keys ? keys : act)(page, hand);
      await then(page);
    });
  }
}
