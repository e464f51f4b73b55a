// Book, sign in, cancel: in Firefox, drawn on a canvas and without one.
import type { Page } from 'puppeteer-core';
import { accounts, newcomer, password } from '../support/accounts';
import { Api } from '../support/api';
import { executable, type Firefox, launchFirefox } from '../support/firefox';
import { Person } from '../support/firefox_person';
import { expect, test } from '../support/test';

test.skip(!executable, 'no Firefox on this machine');

type Look = { canvas: 'drawn' | 'absent'; name: string };

const looks: Look[] = [
  { canvas: 'drawn', name: 'drawn on a canvas' },
  { canvas: 'absent', name: 'without a canvas' },
];

/** How many colours a picture of the page has: something is to be seen. */
async function coloursOf(page: Page) {
  const picture = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async (bytes) => {
    const blob = new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]);
    const bitmap = await createImageBitmap(blob);
    const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    surface.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(surface.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, picture);
}

for (const { canvas, name } of looks) {
  test.describe(name, () => {
    let firefox: Firefox;
    test.beforeAll(async () => void (firefox = await launchFirefox(canvas)));
    test.afterAll(async () => firefox?.close());

    const someone = async (url: string) => {
      const context = await firefox.browser.createBrowserContext();
      return new Person(await context.newPage(), url);
    };

    test('the page is what this browser can show', async ({ server }) => {
      const person = await someone(server.url);
      await person.visit('/sign-in');
      const heading = await person.find('heading', /^Sign in$/);
      const facts = await person.page.evaluate((title) => {
        const gl = document.createElement('canvas').getContext('webgl2');
        return { hasWebGL: gl !== null, ink: getComputedStyle(title).color };
      }, heading);
      expect(facts.hasWebGL).toBe(canvas === 'drawn');
      // Over a canvas words are transparent; without one they are the picture.
      expect(/, 0\)$|transparent/.test(facts.ink), facts.ink).toBe(canvas === 'drawn');
      expect(await coloursOf(person.page)).toBeGreaterThan(100);
    });

    test('a visitor books a lesson and becomes a client', async ({ server, api, playwright }) => {
      const time = await api.freeTime({ performer: 'Ana Novak' });
      const visitor = newcomer('Vida Zorman');
      const person = await someone(server.url);
      await person.visit('/');
      await person.press('radio', /^Piano lesson/);
      await person.press('radio', /^Ana Novak/);
      for (let months = 0; months < 3; months++) {
        const grid = await person.page.evaluate(() => document.body.innerText);
        if (grid.includes(time.month)) break;
        await person.press('button', /^Next month$/);
      }
      await person.press('button', new RegExp(`^${time.day}`));
      await person.press('button', new RegExp(`^${time.clock}`));
      await person.press('link', /^Continue/);
      await person.write(/^Full name/, visitor.name);
      await person.write(/^Phone/, visitor.phone);
      await person.write(/^Email/, visitor.email);
      await person.write(/^Choose a password/, visitor.password);
      await person.press('checkbox', /^I agree/);
      await person.press('button', /^Book /);
      await person.find('heading', /^You are booked$/);

      const requests = await playwright.request.newContext();
      const client = new Api(requests, server.url);
      await client.change('/api/sessions', { email: visitor.email, password: visitor.password });
      const booked = (await client.myBookings()).map(({ status, starts_at }) => ({ status, starts_at }));
      expect(booked).toEqual([{ status: 'confirmed', starts_at: time.startsAt }]);
      await requests.dispose();
    });

    test('a client signs in and cancels', async ({ server, api }) => {
      await api.signIn(accounts.client);
      const time = await api.freeTime();
      const { id } = await api.book(time);
      const person = await someone(server.url);
      await person.visit('/sign-in');
      await person.write(/^Email/, accounts.client);
      await person.write(/^Password/, password);
      await person.press('button', /^Sign in$/, 'main');
      await person.find('heading', /^Good /);
      const row = `${time.start.toFormat('ccc d')}.*${time.clock}`;
      await person.press('button', new RegExp(`^Cancel .*${row}`));
      await person.press('button', /^Cancel booking$/, 'dialog[open]');
      await expect
        .poll(async () => (await api.myBookings()).find((booking) => booking.id === id)?.status)
        .toBe('cancelled');
    });

    test('Back after another page shows the booking page as it was left', async ({ server }) => {
      const person = await someone(server.url);
      await person.visit('/');
      await person.press('radio', /^Violin lesson/);
      await person.press('link', /^Sign in$/);
      await person.find('heading', /^Sign in$/);
      await person.page.goBack();
      const radio = await person.find('radio', /^Violin lesson/);
      expect(await radio.evaluate((node) => (node as HTMLInputElement).checked)).toBe(true);
    });
  });
}
