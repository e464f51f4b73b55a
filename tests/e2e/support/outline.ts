// What a screen reader is told of a page, without what differs from day to day.
import type { Page } from '@playwright/test';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const shortMonths = 'Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec';
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const shortDays = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';

const changing: [RegExp, string][] = [
  [/\/url: .*/g, '/url: …'],
  [new RegExp(`\\b(${days})\\b`, 'g'), 'DAY'],
  [new RegExp(`\\b(${shortDays})\\b`, 'g'), 'DAY'],
  [new RegExp(`\\b(${months})\\b`, 'g'), 'MONTH'],
  [new RegExp(`\\b(${shortMonths})\\b`, 'g'), 'MONTH'],
  [/Good (morning|afternoon|evening)/g, 'Good DAYTIME'],
  [/\d+/g, '0'],
];

/** Lines of the ARIA snapshot; what repeats itself right after itself, with all that is in it, stands there once. */
export async function outlineOf(page: Page) {
  let text = await page.locator('body').ariaSnapshot();
  for (const [pattern, word] of changing) text = text.replace(pattern, word);
  return `${withoutRepetition(text.split('\n')).join('\n')}\n`;
}

const depth = (line: string) => line.length - line.trimStart().length;

/** A line with everything below it. */
function blocks(lines: string[]) {
  const found: string[][] = [];
  for (const line of lines) {
    if (found.length && depth(line) > depth(found[0][0])) found.at(-1)!.push(line);
    else found.push([line]);
  }
  return found;
}

function withoutRepetition(lines: string[]): string[] {
  const kept: string[][] = [];
  for (const [head, ...below] of blocks(lines)) {
    const block = [head, ...(below.length ? withoutRepetition(below) : [])];
    if (block.join('\n') !== kept.at(-1)?.join('\n')) kept.push(block);
  }
  return kept.flat();
}
