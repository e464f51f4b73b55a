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
const roles = `
    - main:
      - heading "Roles and access" [level=1]
      - link "New custom role"
      - link "Roles"
      - link "People"
      - searchbox "Find a permission"
      - button "Visitor" [pressed]
      - button "Owner" [pressed]
      - button "Only differences"`;
const views = `
    - main:
      - heading "Roles and access" [level=1]
      - link "Roles"
      - link "People"
      - link "Who can…?"
      - link "History"`;
const person = `
      - heading "Ben Keller" [level=2]
      - button "Close"
      - group:
        - link "Change roles"
        - link "History"
        - combobox "Why can’t Ben …?"
        - button "Explain"
        - heading "Unused rights" [level=3]`;
const roleForm = `
      - heading "Ben Keller" [level=2]
      - button "Close"
      - group:
        - heading "Change roles" [level=3]
        - checkbox "Limited staff" [checked]
        - checkbox "Staff" [checked]
        - checkbox "Owner"
        - textbox "Reason"
        - button "Save roles"`;
const why = `
      - heading "Why can’t Ben move a booking?" [level=2]
      - button "Close"
      - group:
        - heading "Ways to allow it" [level=3]
        - link "Create role"
        - link "Change roles"`;
const newcomer = `
      - heading "Add a team member" [level=2]
      - button "Close"
      - group:
        - textbox "Email"
        - combobox "Role"
        - textbox "Reason"
        - button "Add a team member"`;
const turning = `
      - heading /cancelling by limited staff/ [level=2]
      - button "Close"
      - group:
        - textbox "Reason"`;
const customRole = `
  - main:
    - heading "New custom role" [level=1]
    - textbox "Name of the role"
    - combobox "Made from"
    - heading /^Bookings/ [level=2]
    - region /^Bookings/:
      - combobox "Move a booking"
    - textbox "Reason"
    - button "Save role"
`;
const people = `${views}
      - list "People":
        - listitem:
          - link /^Ben Keller Limited staff · also a client/
        - listitem:
          - link /^Helena Roth Owner · also a client/
      - link "Add a team member"
`;
const whoCan = `${views}
      - combobox "Who can …?"
      - button "Show"
      - heading "These can" [level=2]
      - list "These can":
        - listitem:
          - link /^Helena Roth All · Owner/
      - heading "These cannot" [level=2]
      - list "These cannot":
        - listitem:
          - link /^Ben Keller Limited staff/
`;
const permission = `
      - heading "Take attendance" [level=2]
      - button "Close"
      - group:
        - heading "Who may do this" [level=3]
        - list "Who may do this":
          - listitem: "Client: may not"
          - listitem: "Owner: All"
        - heading "Ways to allow it" [level=3]`;
const calendar = `
  - main:
    - heading ${month} [level=1]
    - link "Previous week"
    - link "Today"
    - link "Next week"
    - group "Calendar"
`;
const series = `
  - main:
    - heading "Book a series" [level=1]
    - combobox "Repeat"
    - combobox "How many times"
    - heading /^\\d+ of 10 visits are possible as planned$/ [level=2]
    - combobox
    - button /^Book \\d+ visits$/
`;
const cover = `
  - main:
    - heading "Hand over visits" [level=1]
    - combobox "Who is away?"
    - textbox "From"
    - textbox "Until"
    - button "Show"
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
  'roles desktop': `${roles}
      - table "What each role may do":
        - row /^Permission Visitor Client Limited staff \\d+ people Staff \\d+ \\w+ Manager \\d+ \\w+ Owner/
        - row "Before signing in"
        - row /^Look at the business All All All All All All/:
          - cell:
            - link "Look at the business"
  `,
  'roles phone': `${roles}
      - heading /^Before signing in \\d+$/ [level=2]:
        - button /^Before signing in \\d+$/
  `,
  'permission desktop': `
    - complementary:${permission}
  `,
  'permission phone': `
    - dialog:${permission}
  `,
  'switch desktop': `
    - complementary:${turning}
  `,
  'switch phone': `
    - dialog:${turning}
  `,
  'people desktop': people,
  'people phone': people,
  'person desktop': `
    - complementary:${person}
  `,
  'person phone': `
    - dialog:${person}
  `,
  'roles of a person desktop': `
    - complementary:${roleForm}
  `,
  'roles of a person phone': `
    - dialog:${roleForm}
  `,
  'why not desktop': `
    - complementary:${why}
  `,
  'why not phone': `
    - dialog:${why}
  `,
  'somebody new desktop': `
    - complementary:${newcomer}
  `,
  'somebody new phone': `
    - dialog:${newcomer}
  `,
  'who can desktop': whoCan,
  'who can phone': whoCan,
  'access history desktop': views,
  'access history phone': views,
  'custom role desktop': customRole,
  'custom role phone': customRole,
  'series desktop': series,
  'series phone': series,
  'cover desktop': cover,
  'cover phone': cover,
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
