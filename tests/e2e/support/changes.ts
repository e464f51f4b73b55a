// What a page asks the server to change, counted.
import type { Page } from '@playwright/test';

/** "/api/bookings/{}/cancel" → how often it was sent. Reading is not counted. */
export function changesOf(page: Page) {
  const counted: Record<string, number> = {};
  page.on('request', (request) => {
    if (request.method() !== 'POST') return;
    const path = new URL(request.url()).pathname.replace(/\/\d+/g, '/{}');
    counted[path] = (counted[path] ?? 0) + 1;
  });
  return counted;
}
