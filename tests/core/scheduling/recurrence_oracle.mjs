// What npm's rrule says about made-up recurrences: recurrence_oracle.mjs <output>
//
// One line each, parted by "|": the first time, the recurrence as iCalendar writes it with " " for the ends of lines,
// and the times within two years, as minutes since the first. The same recurrences on every machine. For
// recurrence.test.cpp; rrule is one of the packages of tests/e2e.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../e2e/package.json', import.meta.url));
const { rrulestr } = (() => {
  try {
    return require('rrule');
  } catch {
    console.error('error: rrule is not installed\n  what to do: npm ci --prefix tests/e2e, as tools/test does');
    process.exit(1);
  }
})();

const COUNT = 2000;
const DAY = 86_400_000;
const LONGEST = 731 * DAY;
// The calendar is the same every 400 years, and rrule looks for what never comes until the year 9999: so it is asked
// there, and answers twenty times sooner.
const LATER = 19 * 146_097 * DAY;

let state = 20261122;
/** mulberry32: a whole number from least to most. */
function choose(least, most) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
}
const oneOf = (all) => all[choose(0, all.length - 1)];
const chance = (percent) => choose(1, 100) <= percent;
const some = (most, make) => [...new Set(Array.from({ length: choose(1, most) }, make))];

const text = (moment) => new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '');
const later = (text) => text.replace(/[0-9]{4}(?=[0-9]{4}(T|;|$))/g, (year) => Number(year) + 7600);

/** rrule reads times without a zone as if they were UTC, where no clock ever changes: as ours are. */
function madeFirst() {
  // Often a day that not every month or year has.
  const day = chance(70) ? choose(1, 28) : choose(28, 31);
  return Date.UTC(choose(2024, 2031), choose(0, 11), day, choose(0, 23), choose(0, 11) * 5);
}

function madeRule(first) {
  const frequency = oneOf(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
  const ofMonthOrYear = frequency === 'MONTHLY' || frequency === 'YEARLY';
  const rule = [`FREQ=${frequency}`];
  if (chance(50)) rule.push(`INTERVAL=${choose(1, ofMonthOrYear ? 4 : 9)}`);
  const hasMonths = chance(frequency === 'YEARLY' ? 30 : 15);
  if (hasMonths) rule.push(`BYMONTH=${some(4, () => choose(1, 12))}`);
  const hasDays = frequency !== 'WEEKLY' && chance(35);
  if (hasDays) rule.push(`BYMONTHDAY=${some(5, () => choose(1, 31) * (chance(30) ? -1 : 1))}`);
  if (chance(hasDays ? 30 : 60)) {
    const last = frequency === 'YEARLY' && !hasMonths ? oneOf([5, 53]) : 5;
    // All of them or none: of both kinds in one rule rrule keeps what is in both, not in either.
    const isOrdinal = ofMonthOrYear && chance(hasDays ? 20 : 60);
    const ordinal = () => (isOrdinal ? choose(1, last) * (chance(40) ? -1 : 1) : '');
    rule.push(`BYDAY=${some(4, () => ordinal() + oneOf(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']))}`);
  }
  if (chance(40)) rule.push(`WKST=${oneOf(['MO', 'SU', 'SA', 'WE'])}`);
  let asRead = '';
  if (chance(40)) rule.push(`COUNT=${choose(1, chance(80) ? 20 : 400)}`);
  else if (chance(50)) {
    const until = first + choose(0, 500) * DAY + choose(-60, 60) * 60_000;
    asRead = `;UNTIL=${text(until)}`;
    if (chance(50)) {
      // Ours has the whole day in it, rrule only its first moment.
      const day = text(until).slice(0, 8);
      rule.push(`UNTIL=${day}`);
      asRead = `;UNTIL=${day}T235959`;
    } else rule.push(`UNTIL=${text(until)}`);
  }
  const ours = rule.join(';');
  return { ours, theirs: ours.replace(/;UNTIL=[^;]*/, '') + asRead };
}

function within(lines, first) {
  const set = rrulestr(later(lines.join('\n')), { forceset: true });
  const times = set.between(new Date(first + LATER), new Date(first + LATER + LONGEST), true);
  return times.map((time) => Number(time) - LATER);
}

function madeLine() {
  const first = madeFirst();
  const start = `DTSTART:${text(first)}`;
  const { ours, theirs } = madeRule(first);
  const plain = within([start, `RRULE:${theirs}`], first);
  const dates = [];
  if (plain.length > 0 && chance(30)) dates.push(`EXDATE:${some(4, () => text(chance(80) ? oneOf(plain) : first))}`);
  if (chance(20)) dates.push(`RDATE:${some(4, () => text(first + choose(0, 700) * DAY + choose(0, 3) * 3_600_000))}`);
  const times = dates.length ? within([start, `RRULE:${theirs}`, ...dates], first) : plain;
  const minutes = times.map((time) => (time - first) / 60_000);
  return [text(first), [`RRULE:${ours}`, ...dates].join(' '), minutes.join(' ')].join('|');
}

writeFileSync(process.argv[2], `${Array.from({ length: COUNT }, madeLine).join('\n')}\n`);
