// `test` with a server that is already running, and a way in for each role.
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { Api } from './api';
import { Server } from './server.mjs';
import { untilTakenOver } from './takeover';

type Journey = {
  /** What the server says to a visitor. */
  api: Api;
  /** A further browser: other cookies, other person. With an e-mail address, signed in. */
  another: (email?: string) => Promise<Page>;
  /** Signs `page` in without its sign-in screen. */
  signedIn: (email: string) => Promise<Api>;
  /** A server for this test alone, which may be killed. */
  ownServer: Server;
};

// Journeys sign in far more often than anybody honest.
const often = '100000';
export const generousLimits = [
  '--sign-ins-per-minute', often, '--registrations-per-minute', often, '--holds-per-minute', often,
];

export async function enter(context: BrowserContext, url: string, email: string) {
  const api = new Api(context.request, url);
  await api.signIn(email);
  return api;
}

export const test = base.extend<Journey, { server: Server }>({
  server: [async ({}, use) => {
    const server = await Server.launch(generousLimits);
    await use(server);
    await server.stop();
  }, { scope: 'worker' }],

  baseURL: async ({ server }, use) => use(server.url),

  page: async ({ page, server, javaScriptEnabled }, use, testInfo) => {
    await use(javaScriptEnabled === false ? page : untilTakenOver(page));
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('server log', { body: server.log.slice(-20_000), contentType: 'text/plain' });
  },

  api: async ({ playwright, server }, use) => {
    const requests = await playwright.request.newContext();
    await use(new Api(requests, server.url));
    await requests.dispose();
  },

  signedIn: async ({ context, server }, use) => use((email) => enter(context, server.url, email)),

  another: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email) => {
      const context = await browser.newContext();
      contexts.push(context);
      if (email) await enter(context, server.url, email);
      return untilTakenOver(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },

  ownServer: async ({}, use) => {
    const server = await Server.launch(generousLimits);
    await use(server);
    await server.stop();
  },
});

export { expect } from '@playwright/test';
