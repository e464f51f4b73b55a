import { defineConfig } from '@playwright/test';
import { launchOptions, sizes } from './support/chromium.mjs';

const output = process.env.LOGGIA_E2E_OUTPUT ?? '../../build/e2e';

// Software WebGL on a busy machine is slow, hence the patience; nothing here passes on a second try.
export default defineConfig({
  testDir: 'journeys',
  outputDir: `${output}/results`,
  snapshotPathTemplate: 'outlines/{arg}{ext}',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${output}/results.json` }]],
  use: {
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'Europe/Ljubljana',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    // A worker would answer before a journey's own routes do; the journeys about it allow it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'desktop', use: sizes.desktop, grepInvert: /@phone/, testIgnore: /offline/ },
    { name: 'phone', use: sizes.phone, grep: /@phone|@every-size/, testIgnore: /offline/ },
    { name: 'offline', use: { ...sizes.desktop, serviceWorkers: 'allow' }, testMatch: /offline/ },
  ],
});
