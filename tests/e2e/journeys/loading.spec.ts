// How the portal arrives: in the right order, with a line when it is slow, and with a way on when it fails.
import type { Page } from '@playwright/test';
import { accounts } from '../support/accounts';
import { expect, test } from '../support/test';

// What opens without a network; any other page is there before the portal is, and needs no excuse.
const shell = '/shell.html';

/** Keeps these files back until the function it returns is called. */
async function keepBack(page: Page, files: string) {
  let goOn = () => {};
  const patience = new Promise<void>((done) => (goOn = done));
  await page.route(files, async (route) => {
    await patience;
    await route.continue();
  });
  return goOn;
}

test('a server that calls WebAssembly something else is served all the same', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a slow portal shows a line and says that it loads, and neither stays', async ({ page }) => {
  const goOn = await keepBack(page, '**/*.wasm');
  await page.goto('/', { waitUntil: 'commit' });
  const line = page.locator('#loading.line');
  await expect(line).toBeVisible();
  await expect(line.getByRole('status')).toHaveText('Loading');
  goOn();
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('a portal that does not come says so, and trying again brings it', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(shell, { waitUntil: 'commit' });
  const says = page.getByRole('status').filter({ hasText: 'The page could not be loaded' });
  await expect(says).toBeVisible();
  // The line for what is slow comes after 0.6 seconds, but not over this.
  await page.waitForTimeout(1000);
  await expect(says).toBeVisible();
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
});

test('a script that is missing is as clear a failure', async ({ page }) => {
  await page.route('**/bridge.*.js', (route) => route.abort());
  await page.goto(shell, { waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('after 15 seconds one may try again, and a late portal takes that back', async ({ page }) => {
  await page.clock.install();
  const goOn = await keepBack(page, '**/*.wasm');
  await page.goto(shell, { waitUntil: 'commit' });
  await expect(page.locator('#loading')).toBeAttached();
  await page.clock.fastForward(15_500);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  goOn();
  await page.clock.resume();
  await expect(page.locator('#mirror').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#loading')).toHaveCount(0);
});

test('the portal can be installed: its manifest has a name, and icons of the sizes it says', async ({
  page, signedIn,
}) => {
  await signedIn(accounts.client);
  await page.goto('/');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const response = await page.request.get(address!);
  expect(response.headers()['content-type']).toContain('application/manifest+json');
  const manifest = await response.json();
  expect(manifest).toMatchObject({ name: 'Harbour Music School' });
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', scope: '/' });
  expect(manifest.name.length).toBeGreaterThan(0);
  const sizes = await page.evaluate(async (icons: { src: string; sizes: string; type: string }[]) => {
    const found = [];
    for (const icon of icons) {
      const image = new Image();
      image.src = icon.src;
      await image.decode();
      found.push(icon.sizes === 'any' ? 'any' : `${image.naturalWidth}x${image.naturalHeight}`);
    }
    return found;
  }, manifest.icons);
  expect(sizes).toEqual(manifest.icons.map((icon: { sizes: string }) => icon.sizes));
  for (const size of ['192x192', '512x512'])
    for (const purpose of ['any', 'maskable'])
      expect(manifest.icons).toContainEqual(expect.objectContaining({ sizes: size, purpose, type: 'image/png' }));
  for (const shortcut of manifest.shortcuts) expect((await page.request.get(shortcut.url)).status()).toBe(200);
  for (const rel of ['icon', 'apple-touch-icon'])
    for (const link of await page.locator(`link[rel="${rel}"]`).all())
      expect((await page.request.get((await link.getAttribute('href'))!)).status()).toBe(200);
});
