// The portal in the languages of its visitors.
import { expect, test } from '../support/test';
import { newcomer } from '../support/accounts';

const greetings: [string, string, string, string][] = [
  // asked for, heading of the first page, direction, words of the menu
  ['de', 'Termin buchen', 'ltr', 'Sprache'],
  ['es', 'Reservar una cita', 'ltr', 'Idioma'],
  ['fr', 'Prendre rendez-vous', 'ltr', 'Langue'],
  ['sl', 'Rezervacija termina', 'ltr', 'Jezik'],
  ['ar', 'احجز موعدًا', 'rtl', 'اللغة'],
  ['ja', '予約する', 'ltr', '言語'],
];

for (const [language, heading, direction, menu] of greetings) {
  test(`an address can ask for ${language}, and the document says so`, async ({ page }) => {
    await page.goto(`/?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByLabel(menu)).toHaveValue(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
  });
}

test('a browser that reads German is spoken to in German, with one file of words', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-AT' });
  const page = await context.newPage();
  const words: string[] = [];
  page.on('request', (request) => request.url().includes('.words') && words.push(request.url()));
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  expect(words).toHaveLength(1);
  await context.close();
});

test('the language chosen in the menu stays over a reload and other pages', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Language').selectOption('sl');
  await expect(page.getByRole('heading', { level: 1, name: 'Rezervacija termina' })).toBeVisible();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Prijava' })).toBeVisible();
  await page.getByLabel('Jezik').selectOption('en');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('somebody who reads Arabic books a lesson on a mirrored page', async ({ page, api }) => {
  const time = await api.freeTime({ performer: 'Ana Novak' });
  const parent = newcomer('ليلى حداد');
  await page.goto('/?lang=ar');
  await page.getByRole('radio', { name: new RegExp(`^${time.service.name}`) }).click();
  await page.getByRole('radio', { name: 'Ana Novak' }).click();
  // The names of the days stand from the right to the left, the first one on the right.
  const heads = page.getByRole('grid').getByRole('columnheader');
  const [first, last] = [await heads.first().boundingBox(), await heads.last().boundingBox()];
  expect(first!.x).toBeGreaterThan(last!.x);
  await page.getByRole('grid').getByRole('button', { disabled: false }).first().waitFor();
  const free = page.getByRole('grid').locator('button:not([aria-disabled=true])').first();
  await free.click();
  await page.getByRole('region', { name: 'الأوقات المتاحة' }).getByRole('button').first().click();
  await page.getByRole('link', { name: 'متابعة' }).click();
  await expect(page.getByText('محجوز لك', { exact: false }).first()).toBeVisible();
  await page.getByLabel('الاسم الكامل').fill(parent.name);
  await page.getByLabel('البريد الإلكتروني').fill(parent.email);
  await page.getByLabel('الهاتف').fill(parent.phone);
  await page.getByLabel('اختر كلمة مرور').fill(parent.password);
  await page.getByRole('radio', { name: 'لي', exact: true }).click();
  await page.getByRole('checkbox', { name: /^أوافق/ }).click();
  await page.getByRole('button', { name: /^احجز/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'تم حجز موعدك' })).toBeVisible();
  await expect(page.getByText('Ana Novak').first()).toBeVisible();
});

test('a left arrow leads onward in a grid that is read from the right', async ({ page }) => {
  await page.goto('/?lang=ar');
  const days = page.getByRole('grid').getByRole('button');
  await days.nth(10).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(days.nth(11)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(days.nth(10)).toBeFocused();
});

test('no text is wider than the place that the canvas gave it', async ({ page }) => {
  for (const language of ['en', 'sl', 'de', 'ar', 'ja']) {
    await page.goto(`/?lang=${language}`);
    await page.getByRole('grid').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => window['loggia'].idle()));
    const wider = await page.evaluate(() => {
      const wrong: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('#mirror .o')) {
        const text = element.firstChild;
        if (text?.nodeType !== 3) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const written = range.getBoundingClientRect().width, given = parseFloat(element.style.width);
        if (written > given + 0.01) wrong.push(`${element.textContent}: ${written} in ${given}`);
      }
      return wrong;
    });
    expect(wider, language).toEqual([]);
  }
});
