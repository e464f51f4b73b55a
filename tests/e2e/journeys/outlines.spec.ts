// What a screen reader is told of every screen: whole, as files in tests/e2e/outlines, where it is the same every day;
// by its frame where the demo's bookings fill it.
//   npx playwright test outlines --update-snapshots      writes the files anew, for review
import { Api } from '../support/api';
import { settled } from '../support/frames';
import { outlineOf } from '../support/outline';
import { type Screen, screens } from '../support/screens';
import { expect, test } from '../support/test';

const besides: Screen[] = [
  { name: 'no such page', place: '', open: (page) => page.goto('/no/such/page') },
  { name: 'not for visitors', place: 'my_home', open: (page) => page.goto('/my') },
];

const month = '/^[A-Z][a-z]+ \\d{4}$/';
const times = `
    - main:
      - radiogroup "With whom?":
        - radio "Anyone"
      - heading ${month} [level=2]
      - button "Previous month"
      - button "Next month"
      - grid ${month}
      - region "Free times":
        - heading [level=2]
        - group:
          - button /^\\d+:\\d\\d on / [pressed]`;
const booking = `
      - heading [level=2]
      - button "Close"
      - group:
        - button "Cancel booking"
        - button "Edit this service" [disabled]`;
const calendar = `
  - main:
    - heading ${month} [level=1]
    - link "Previous week"
    - link "Today"
    - link "Next week"
    - group "Calendar"
`;

/** The services of a desktop stand beside the times of the first of them. */
const frames: Record<string, string> = {
  'services desktop': `
    - main:
      - heading "Book a visit" [level=1]
      - radiogroup "Service":
        - radio /^Piano lesson/ [checked]
        - radio /^Violin lesson/
      - radiogroup "With whom?":
        - radio "Anyone" [checked]
      - heading ${month} [level=2]
      - button "Previous month"
      - button "Next month"
      - grid ${month}
      - region "Free times"
  `,
  'times desktop': `${times}
      - link "Continue"
  `,
  'times phone': `${times}
      - region "Summary":
        - link "Continue"
  `,
  'calendar desktop': calendar,
  'calendar phone': `
    - main:
      - group "Calendar"
  `,
  'booking in the calendar desktop': `
    - complementary:${booking}
  `,
  'booking in the calendar phone': `
    - dialog:${booking}
  `,
};

for (const { name, as, open } of [...screens, ...besides]) {
  test(`${name}: reads as it did @every-size`, async ({ another, server }, { project }) => {
    const page = await another(as);
    await open(page, new Api(page.request, server.url));
    await settled(page);
    const frame = frames[`${name} ${project.name}`];
    if (frame) return expect(page.locator('body')).toMatchAriaSnapshot(frame);
    expect(await outlineOf(page)).toMatchSnapshot(`${name.replaceAll(' ', '-')}-${project.name}.yml`);
  });
}
