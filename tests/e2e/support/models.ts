// The demo businesses, one for each role model, with everybody one can look at them as.
import type { BrowserContext, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { Api } from './api';
import { binary, Server } from './server.mjs';
import { untilTakenOver } from './takeover';
import { test as base, enter, generousLimits } from './test';

/** Somebody to look at a demo as. Without an address, whoever is not signed in. */
export type Somebody = { role: string; name: string; email?: string };
export type Model = { name: string; accounts: Required<Somebody>[] };

const told = (...parameters: string[]) =>
  execFileSync(binary, ['demo-accounts', ...parameters], { encoding: 'utf8' });

function accountsOf(model: string) {
  const rows = [...told(model).matchAll(/^(\S.*?) +(\S+@\S+) +(\S.*)$/gm)];
  return rows.map(([, role, email, name]) => ({ role, email, name }));
}

/** As the server's own list has them, with accounts from the highest role to the client. */
export const models: Model[] = /The businesses: ([\w, ]+);/.exec(told('--help'))![1].split(', ')
  .map((name) => ({ name, accounts: accountsOf(name) }));

export const visitor: Somebody = { role: 'Visitor', name: 'nobody' };

/** Somebody's browser at a demo. */
export type Visit = {
  page: Page;
  api: Api;
  /** "403 GET /api/calendar" for everything that this browser's page asked and was refused. */
  refused: string[];
};

type Demos = {
  /** The server of a model's demo, kept running for the tests that follow. */
  demo: (model: Model) => Promise<Server>;
};

type Visits = {
  visit: (model: Model, somebody: Somebody) => Promise<Visit>;
};

function refusalsOf(page: Page) {
  const refused: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && pathname.startsWith('/api/'))
      refused.push(`${response.status()} ${response.request().method()} ${pathname}`);
  });
  return refused;
}

async function begin(context: BrowserContext, { url }: Server, { email }: Somebody) {
  const api = email ? await enter(context, url, email) : new Api(context.request, url);
  const page = await context.newPage();
  return { page, api, refused: refusalsOf(page) };
}

export const test = base.extend<Visits, Demos>({
  demo: [async ({}, use) => {
    const servers = new Map<Model, Promise<Server>>();
    await use((model) => {
      if (!servers.has(model)) servers.set(model, Server.launch(generousLimits, model.name));
      return servers.get(model)!;
    });
    for (const server of servers.values()) await (await server).stop();
  }, { scope: 'worker' }],

  visit: async ({ browser, demo, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (model, somebody) => {
      const server = await demo(model);
      const context = await browser.newContext({ baseURL: server.url });
      contexts.push(context);
      const visit = await begin(context, server, somebody);
      if (javaScriptEnabled !== false) untilTakenOver(visit.page);
      return visit;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
