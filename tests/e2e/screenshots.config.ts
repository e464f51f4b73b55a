// Pictures of every screen at every size, light and dark, for people to look at. Not part of tools/test.
//   tools/screenshots
import { defineConfig } from '@playwright/test';
import { sizes } from './support/chromium.mjs';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testDir: 'screenshots',
  reporter: 'list',
  projects: Object.entries(sizes).map(([name, use]) => ({ name, use })),
});
