// A page comes as HTML first, and is the canvas's a moment later. Journeys are about the canvas, unless they say so.
import type { Page } from '@playwright/test';

/** The server's page has given way to the canvas, or never will. */
export const isTakenOver = () => {
  const page = document.getElementById('page');
  return page === null || page.dataset.stays !== undefined;
};

/** Opening and reloading wait until the canvas has taken over. With `waitUntil` they do what that says. */
export function untilTakenOver(page: Page) {
  const { goto, reload } = page;
  page.goto = async (url, options) => {
    const response = await goto.call(page, url, options);
    if (!options?.waitUntil) await page.waitForFunction(isTakenOver);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload.call(page, options);
    if (!options?.waitUntil) await page.waitForFunction(isTakenOver);
    return response;
  };
  return page;
}
