// Pressing whatever a screen offers, without knowing what it is.
import { expect, type Page } from '@playwright/test';

const idle = (page: Page) => page.evaluate(() => window['loggia'].idle());

/** Presses the first button of the screen that is not among them and says its name. */
function pressAnother(pressed: string[]) {
  for (const button of document.querySelectorAll<HTMLElement>('main button, aside button')) {
    const name = button.getAttribute('aria-label') ?? button.textContent!;
    const isOneOfMany = button.closest('[role=grid], main [role=group], [role=list]') !== null;
    if (isOneOfMany || button.ariaDisabled === 'true' || pressed.includes(name)) continue;
    button.click();
    return name;
  }
  return '';
}

/** One link for each path that links of the screen lead to. */
const linked = (page: Page) =>
  page.locator(':is(main, aside) a').evaluateAll((links: HTMLAnchorElement[]) => [
    ...new Map(links.map(({ pathname, search }) => [pathname, pathname + search])).values(),
  ]);

/**
 * Every button but those of a list, a grid or a day, of which each is like the others, and a link to every path. What
 * a button opens over the screen is closed again, and where it leads is left again.
 */
export async function pressEverything(page: Page) {
  const start = page.url();
  for (const link of await linked(page)) expect((await page.request.get(link)).status(), link).toBe(200);
  const pressed: string[] = [];
  for (;;) {
    const name = await page.evaluate(pressAnother, pressed);
    if (!name) return pressed;
    pressed.push(name);
    await idle(page);
    if (await page.locator('dialog').count()) await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    if (new URL(page.url()).pathname !== new URL(start).pathname) await page.goto(start);
  }
}

/** There is nothing to explain where leafing ends. */
const leafing = ['Previous month', 'Next month'];

/** The names of disabled buttons that do not say why they are. */
export const unexplained = (page: Page): Promise<string[]> =>
  page.locator(':is(main, aside) button[aria-disabled=true]').evaluateAll((buttons, except) => {
    const reason = (button: Element) =>
      document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    return buttons
      .filter((button) => !button.closest('[role=grid]') && !reason(button))
      .map((button) => button.getAttribute('aria-label') ?? button.textContent!)
      .filter((name) => !except.includes(name));
  }, leafing);
