// The graphics card as a page meets it: absent, taken away, given back.
import type { Page } from '@playwright/test';

type Extension = { loseContext(): void; restoreContext(): void };

/** A browser without WebGL; before the first page. */
export const withoutWebGl = (page: Page) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

export const loseGraphics = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const card = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { card });
    const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done));
    card.loseContext();
    return lost.then(() => undefined);
  });

export const giveGraphicsBack = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const restored = new Promise((done) => canvas.addEventListener('webglcontextrestored', done));
    (window as unknown as { card: Extension }).card.restoreContext();
    return restored.then(() => undefined);
  });
