// The widgets of the kit, each on its page of the gallery. tools/test builds the gallery and runs this.
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({ ...journeys, testDir: 'gallery', reporter: 'list' });
