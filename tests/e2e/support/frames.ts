// How many frames the portal has drawn, by its own count.
import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    loggia: { frames: number };
    find(text: string, sensitive: boolean, backwards: boolean, wrap: boolean): boolean;
  }
}

export const drawn = (page: Page) => page.evaluate(() => window.loggia?.frames ?? 0);

/** Returns once something was drawn and a second has passed without a further frame. */
export async function settled(page: Page) {
  let frames = -1;
  await expect(async () => {
    const before = frames;
    frames = await drawn(page);
    expect(frames).toBeGreaterThan(0);
    expect(frames).toBe(before);
  }).toPass({ intervals: [1000] });
  return frames;
}
