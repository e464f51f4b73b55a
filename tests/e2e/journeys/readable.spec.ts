// What is drawn can also be read by screen readers.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { Api } from '../support/api';
import { settled } from '../support/frames';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

test('the list of screens covers every route', () => {
  const table = readFileSync(new URL('../../../src/portal/routes.h', import.meta.url), 'utf8');
  const places = [...table.matchAll(/Route\{Place::(\w+)/g)].map(([, place]) => place);
  expect(places.length).toBeGreaterThan(5);
  // The calendar of a week is the calendar with another address.
  expect(places.filter((place) => place !== 'calendar_week'))
    .toEqual(expect.arrayContaining([...new Set(screens.map(({ place }) => place))]));
  for (const place of places.filter((place) => place !== 'calendar_week'))
    expect(screens.some((screen) => screen.place === place), place).toBe(true);
});

for (const { name, as, open } of screens) {
  test(`${name}: axe finds nothing wrong, and the console is silent @every-size`, async ({ another, server }) => {
    test.slow();  // a table of rights has three thousand elements: axe takes 20 s of them alone, 60 s beside other work
    const page = await another(as);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await open(page, new Api(page.request, server.url));
    await settled(page);
    // Contrast is a matter of the theme's colours: the text axe sees is transparent over its drawn twin.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).disableRules('color-contrast');
    const { violations } = await axe.analyze();
    expect(violations.map(({ help, nodes }) => [help, nodes.slice(0, 5).map(({ html }) => html)])).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('the booking screen reads like a page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Book a visit" [level=1]
      - radiogroup /Service/:
        - radio /^Piano lesson.*45 min.*€42/ [checked]
        - radio /^Violin lesson/
        - radio /^Voice coaching/
        - radio /^Trial lesson.*Free/
        - radio /^Ensemble class/
      - radiogroup "With whom?":
        - radio "Anyone" [checked]
        - radio "Ana Novak"
        - radio "Clara Ito"
      - button "Previous month" [disabled]
      - button "Next month"
      - grid
  `);
});
