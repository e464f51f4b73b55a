// What a page is to somebody who hears it: its roles and names, in their order.
import type { Page } from '@playwright/test';

const roles = new Set([
  ...['banner', 'navigation', 'main', 'complementary', 'region', 'heading', 'link', 'button', 'radio', 'radiogroup'],
  ...['checkbox', 'textbox', 'combobox', 'grid', 'gridcell', 'columnheader', 'list', 'listitem', 'dialog', 'alert'],
  ...['progressbar', 'table', 'row', 'cell', 'group', 'paragraph'],
]);

/** Each line a role with its name and states; text between them, and where the focus is, are left out. */
async function reading(page: Page) {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  return lines
    .map((line) => line.trim().replace(/^- /, ''))
    .filter((line) => roles.has(/^\w+/.exec(line)?.[0] ?? ''))
    .map((line) => /^\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*/.exec(line)![0].replace(' [active]', ''));
}

/** The lines that only one of them says. */
export async function differences(one: Page, other: Page) {
  const [a, b] = [await reading(one), await reading(other)];
  const missing = (from: string[], lines: string[]) => {
    const left = [...from];
    return lines.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const only = (which: string, lines: string[]) => lines.map((line) => `${which} only: ${line}`);
  return [...only('first', missing(b, a)), ...only('second', missing(a, b))];
}
