// `test` with the gallery served, and the ways to do one thing.
import { test as base, type Locator, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Finger, Keyboard, Mouse, type Hand } from './hands';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
const site = process.env.LOGGIA_GALLERY ?? `${checkout}build/web/gallery/site`;

/** Every page of the gallery, from its own table. */
export const paths = [...readFileSync(`${checkout}src/ui/gallery/pages.cpp`, 'utf8')
  .matchAll(/GalleryPage\{"([^"]+)"/g)].map(([, path]) => path);

export const test = base.extend<object, { gallery: string }>({
  gallery: [async ({}, use) => {
    const server = spawn('python3', [`${checkout}tools/lib/serve_site.py`, site],
      { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(server.stdout, 'data');
    await use(String(line).trim());
    server.kill();
  }, { scope: 'worker' }],

  baseURL: async ({ gallery }, use) => use(gallery),
});

/** As scripts and assistive technology do it: no pointer, no key, no focus. */
export class Script extends Mouse implements Hand {
  press = (target: Locator) => target.evaluate((node: HTMLElement) => node.click());
}

/** All ways that fit the device, each on a fresh page. */
export const hands = (page: Page, hasTouch: boolean): [string, Hand][] => [
  ['mouse', new Mouse()],
  ['keyboard', new Keyboard(page)],
  ['script', new Script()],
  ...(hasTouch ? [['finger', new Finger()] as [string, Hand]] : []),
];

export { expect } from '@playwright/test';
