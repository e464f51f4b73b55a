// What a screen reader is told of a page, without what differs from day to day.
import type { Page } from '@playwright/test';

// What stands in them is the demo's of today.
const filledByTheDay = /^- (grid|list|region "Free times"|group "Calendar")/;

const changing: [RegExp, string][] = [
  [/\/url: .*/g, '/url: …'],
  [/I agree to the terms\. [^"\n]*/g, 'I agree to the terms. …'],
  [/Good (morning|afternoon|evening)/g, 'Good …'],
  [/text: .*\d.*/g, 'text: …'],
  [/"[^"\n]*\d[^"\n]*"/g, '"…"'],
];

/** The lines of the ARIA snapshot. */
export async function outlineOf(page: Page) {
  let text = (await page.locator('body').ariaSnapshot()).replace(/\[level=(\d)\]/g, 'of level $1');
  for (const [pattern, word] of changing) text = text.replace(pattern, word);
  return `${withoutTheDay(text.split('\n')).join('\n')}\n`;
}

const depth = (line: string) => line.length - line.trimStart().length;

/** Leaves out what is below a line that is filled by the day. */
function withoutTheDay(lines: string[]) {
  let cut = Infinity;
  return lines.filter((line) => {
    if (depth(line) > cut) return false;
    cut = filledByTheDay.test(line.trim()) ? depth(line) : Infinity;
    return true;
  });
}
