// A browser that has kept the portal, and what can be seen of what it keeps.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from './server.mjs';
import { site } from './server.mjs';

/** Returns once the portal would open without a network. */
export async function keepShell(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
  });
}

/** How often the server has answered such a request with success. */
export function served(server: Server, route: string) {
  return server.log.split(`method=POST route=${route} status=200`).length - 1;
}

/** How many POSTs of this kind it was asked at all, for the first time or again. */
export function asked(server: Server, route: string) {
  return server.log.split(`method=POST route=${route} `).length - 1;
}

/** Everything in Cache Storage: the addresses, and all texts in one. */
export function cached(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const paths: string[] = [];
    let text = '';
    for (const name of names) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        paths.push(new URL(request.url).pathname);
        text += await (await cache.match(request))!.text();
      }
    }
    return { names, paths, text };
  });
}

/** The texts of one of the portal's stores, by their keys. */
export function records(page: Page, store: 'known' | 'outbox') {
  return page.evaluate(async (name) => {
    const finished = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
    const database = await finished(indexedDB.open('loggia'));
    const objects = database.transaction(name).objectStore(name);
    const [keys, texts] = await Promise.all([finished(objects.getAllKeys()), finished(objects.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, i) => [String(key), texts[i]])) as Record<string, string>;
  }, store);
}

export async function putRecords(page: Page, store: 'known' | 'outbox', garbage: [IDBValidKey, unknown][]) {
  await page.evaluate(
    async ([name, pairs]) => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open('loggia');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      const change = database.transaction(name, 'readwrite');
      for (const [key, value] of pairs) change.objectStore(name).put(value, key);
      await new Promise((done) => (change.oncomplete = done));
      database.close();
    },
    [store, garbage] as const,
  );
}

/** The same portal as another build would be: files with other names that name each other by them. */
export async function anotherVersion() {
  const folder = await mkdtemp(join(tmpdir(), 'loggia-site-'));
  await cp(site, folder, { recursive: true });
  const renamed = (text: string) => text.replace(/\b(\w+)\.[0-9a-f]{10}\.js\b/g, '$1.0123456789.js');
  for (const directory of [folder, join(folder, 'assets')]) {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (/\.(br|gz)$/.test(entry.name)) await rm(path);
      else if (/\.(js|html|json)$/.test(entry.name)) {
        const text = renamed(await readFile(path, 'utf8'));
        await writeFile(path, text.replace(/'loggia-[0-9a-f]{10}'/, `'loggia-0123456789'`));
        await rename(path, join(directory, renamed(entry.name)));
      }
    }
  }
  return folder;
}

export async function goOffline(context: BrowserContext) {
  await context.setOffline(true);
  for (const page of context.pages()) await expect(page.getByText('You are offline').first()).toBeVisible();
}
