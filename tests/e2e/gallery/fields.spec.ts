// Fields in a real browser: what they take, what they say, what they send.
import { settled } from '../support/frames';
import { expect, test } from '../support/gallery';

test('a number is written out when it is left, and says what is wrong with it', async ({ page }) => {
  await page.goto('/fields');
  const price = page.getByRole('spinbutton', { name: 'Price' });
  await price.fill('57,5');
  await expect(price).toHaveValue('57,5');
  await price.blur();
  await expect(price).toHaveValue('57.50');
  await price.fill('5000');
  await price.blur();
  await expect(price).toHaveAccessibleDescription('Enter 1000.00 or less.');
  await expect(price).toHaveAttribute('aria-invalid', 'true');
});

test('days and times are the browser\'s own fields, with their bounds @every-size', async ({ page }) => {
  await page.goto('/fields');
  const day = page.getByLabel('Day', { exact: true }), time = page.getByLabel('Time', { exact: true });
  await day.fill('2026-11-02');
  await time.fill('14:15');
  await settled(page);
  await expect(day).toHaveValue('2026-11-02');
  expect(await day.evaluate((node: HTMLInputElement) => [node.type, node.min, node.max]))
    .toEqual(['date', '2026-10-01', '2026-12-31']);
  expect(await time.evaluate((node: HTMLInputElement) => [node.type, node.step])).toEqual(['time', '300']);
});

test('what can be chosen stands under the words of its group @every-size', async ({ page }) => {
  await page.goto('/choices');
  const learns = page.getByLabel('Learns');
  const groups = await learns.locator('optgroup').evaluateAll((all) =>
    all.map((group) => [(group as HTMLOptGroupElement).label, group.textContent]),
  );
  expect(groups).toEqual([['Strings', 'ViolinCelloGuitar'], ['Winds', 'Flute'], ['Keyboards', 'Piano']]);
  await expect(learns).toHaveValue('');
  await learns.selectOption('Guitar');
  await settled(page);
  await expect(learns).toHaveValue('guitar');
});

test('a file is chosen, listed, refused with its reason and taken back @every-size', async ({ page }) => {
  await page.goto('/files');
  const logo = page.getByRole('button', { name: 'Logo', exact: true });
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(1400) });
  await expect(page.getByText('logo.png')).toBeVisible();
  await expect(page.getByText('1.4 KB')).toBeVisible();
  await logo.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(600_000) });
  await expect(logo).toHaveAccessibleDescription('big.png is larger than 500 KB.');
  await page.getByRole('button', { name: 'Remove logo.png' }).click();
  await expect(page.getByText('logo.png')).toHaveCount(0);
});

test('the whole zone opens the chooser, and a disabled one does not', async ({ page }) => {
  await page.goto('/files');
  await settled(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Choose a file or drop it here').first().click({ force: true });
  expect((await chooser).isMultiple()).toBe(false);
  let opened = false;
  page.on('filechooser', () => (opened = true));
  await page.getByLabel('Contract').click({ force: true });
  await settled(page);
  expect(opened).toBe(false);
});

test('several files can be chosen at once', async ({ page }) => {
  await page.goto('/files');
  await page.getByLabel('Papers', { exact: true }).first().setInputFiles(
    ['a.txt', 'b.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })));
  await expect(page.getByRole('listitem')).toHaveCount(3);
});

test('a picture says what it shows, and one that does not come still has its words', async ({ page }) => {
  await page.goto('/files');
  await expect(page.getByRole('img', { name: 'A green hill under a low sun' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'The front of the school' })).toBeAttached();
});
