// What ical.js reads in feeds: read_back.mjs <folder>
//
// For each <name>.ics the folder gets <name>.icaljs, a line for each thing found, as made_feed.h has it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const installed = createRequire(new URL('../../e2e/package.json', import.meta.url));
const { default: ICAL } = await import(installed.resolve('ical.js'));

// ical.js does not know that NAME (RFC 7986) is a text.
const unescaped = (text) => text.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter));
const hex = (letter) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
const printable = (text) => text.replace(/[\x00-\x20%\x7f]/g, (found) => '%' + hex(found));

function seconds(time) {
  assert.equal(time.zone, ICAL.Timezone.utcTimezone);
  return String(time.toUnixTime());
}
const minutes = (duration) => String(duration.toSeconds() / 60);

function participant(property) {
  const parameter = (name) => property.getParameter(name) ?? '';
  return [property.getFirstValue(), parameter('cn'), parameter('partstat')].join('|');
}

function* foundInEvent(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  yield ['uid', value('uid')];
  yield ['sequence', String(value('sequence'))];
  const times = [
    ['dtstamp', 'stamp'],
    ['last-modified', 'modified'],
    ['dtstart', 'start'],
    ['dtend', 'end'],
  ];
  for (const [name, what] of times) {
    yield [what, seconds(value(name))];
  }
  for (const name of ['summary', 'location', 'description', 'url', 'status']) {
    if (event.hasProperty(name)) yield [name, value(name)];
  }
  yield ['transparency', value('transp')];
  for (const name of ['organizer', 'attendee']) {
    for (const property of event.getAllProperties(name)) yield [name, participant(property)];
  }
  for (const alarm of event.getAllSubcomponents('valarm')) {
    assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
    assert.equal(alarm.getFirstPropertyValue('description'), value('summary') ?? '');
    const trigger = alarm.getFirstPropertyValue('trigger');
    yield ['alarm', String(-trigger.toSeconds() / 60 + 0)];
  }
}

function* foundInCalendar(calendar) {
  const value = (name) => calendar.getFirstPropertyValue(name);
  assert.equal(value('version'), '2.0');
  yield ['method', value('method')];
  assert.equal(value('name'), value('x-wr-calname'));
  if (calendar.hasProperty('name')) yield ['name', unescaped(value('name'))];
  if (calendar.hasProperty('refresh-interval')) yield ['refresh', minutes(value('refresh-interval'))];
  for (const part of calendar.getAllSubcomponents()) {
    assert.equal(part.name, 'vevent');
    yield* foundInEvent(part);
  }
}

const folder = process.argv[2];
for (const name of readdirSync(folder).filter((each) => each.endsWith('.ics'))) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), 'utf8')));
  const lines = [...foundInCalendar(calendar)].map(([what, said]) => `${what} ${printable(said)}\n`);
  writeFileSync(join(folder, name.replace(/ics$/, 'icaljs')), lines.join(''));
}
