// What holds for every page of the gallery.
import AxeBuilder from '@axe-core/playwright';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawn, settled } from '../support/frames';
import { expect, paths, test } from '../support/gallery';

for (const path of paths) {
  test(`${path}: axe finds nothing wrong, the console is silent, no idle frame @every-size`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(path);
    await settled(page);
    // Contrast is a matter of the theme's colours: the text axe sees is transparent over its drawn twin.
    const { violations } = await new AxeBuilder({ page }).disableRules('color-contrast').analyze();
    expect(violations.map(({ help, nodes }) => [help, nodes.slice(0, 5).map(({ html }) => html)])).toEqual([]);
    // A picture that does not come is shown on purpose.
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    const before = await drawn(page);
    await sleep(2000);
    expect(await drawn(page)).toBe(before);
  });
}

/** What is too small for a finger: its own box, or what lies 22 px around its middle and is not a neighbour's. */
function smallTargets() {
  const all = [...document.querySelectorAll<HTMLElement>('#mirror :is(a, button, input, select, textarea)')];
  const small: string[] = [];
  for (const target of all) {
    if (target.closest('p') || target.matches(':disabled')) continue;
    target.scrollIntoView({ block: 'center' });
    const box = target.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (const [dx, dy] of [[0, -21], [0, 21], [-21, 0], [21, 0]]) {
      const hit = document.elementFromPoint(x + dx, y + dy);
      const other = hit?.closest('a, button, input, select, textarea, label');
      if (other === target || other?.contains(target) || target.contains(hit)) continue;
      if (other) continue;
      small.push(`${target.outerHTML.slice(0, 120)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
      break;
    }
  }
  return small;
}

for (const path of ['/buttons', '/fields', '/choices', '/disclosure', '/feedback', '/files']) {
  test(`${path}: a finger has 44 pixels for each target @phone`, async ({ page }) => {
    await page.goto(path);
    await settled(page);
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });
}
