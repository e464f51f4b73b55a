import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { accounts } from '../support/accounts';
import { Api } from '../support/api';
import { settled } from '../support/frames';
import { type Screen, screens } from '../support/screens';
import { test } from '../support/test';

const directory =
  process.env.LOGGIA_SCREENSHOTS ?? fileURLToPath(new URL('../../../build/screenshots', import.meta.url));

/** What is seen at once, and, where the page is longer, its end. */
async function picture(page: Page, file: string) {
  await settled(page);
  await page.screenshot({ path: `${file}.png` });
  const isLonger = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 1);
  if (!isLonger) return;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settled(page);
  await page.screenshot({ path: `${file}-end.png` });
  await page.evaluate(() => scrollTo(0, 0));
}

/** The same place as another role sees it. */
function seenBy(screen: string, role: keyof typeof accounts): Screen {
  const found = screens.find(({ name }) => name === screen)!;
  return { ...found, name: `${screen} as ${role}`, as: accounts[role] };
}

const besides: Screen[] = [
  seenBy('services', 'client'),
  seenBy('details', 'client'),
  seenBy('calendar', 'limitedStaff'),
  seenBy('calendar', 'owner'),
  seenBy('booking in the calendar', 'limitedStaff'),
  seenBy('booking in the calendar', 'owner'),
  { name: 'no such page', place: '', open: (page) => page.goto('/no/such/page') },
  { name: 'not for visitors', place: 'my_home', open: (page) => page.goto('/my') },
  { name: 'not for clients', place: 'calendar', as: accounts.client, open: (page) => page.goto('/staff') },
];

for (const { name, as, open } of [...screens, ...besides]) {
  test(`picture of ${name}`, async ({ another, server }) => {
    const page = await another(as);
    await open(page, new Api(page.request, server.url));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { width } = page.viewportSize()!;
      await picture(page, `${directory}/${name.replaceAll(' ', '-')}-${width}-${colorScheme}`);
    }
  });
}
