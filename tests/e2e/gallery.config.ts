// The widgets of the kit, each on its page of the gallery. tools/test builds the gallery and runs this.
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

// A page that shows a spinner never comes to rest; with less motion it stands still.
const use = { ...journeys.use, contextOptions: { reducedMotion: 'reduce' as const } };

export default defineConfig({ ...journeys, use, testDir: 'gallery', reporter: 'list' });
