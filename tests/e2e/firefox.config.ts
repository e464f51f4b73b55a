// The main journeys in Firefox, drawn on a canvas and without one.
//   npx playwright test --config firefox.config.ts      wants firefox-esr, Xvfb and Mesa: tools/setup test
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testDir: 'firefox',
  reporter: [['list']],
  timeout: 120_000,
  workers: 1,
  projects: [{ name: 'firefox' }],
});
