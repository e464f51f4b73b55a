// A graphics card that is reset takes nothing from whoever is at the portal.
import { Api } from '../support/api';
import { BookingWizard } from '../support/booking_wizard';
import { settled } from '../support/frames';
import { giveGraphicsBack, loseGraphics } from '../support/graphics';
import { Mouse } from '../support/hands';
import { differing } from '../support/pixels';
import { screens } from '../support/screens';
import { expect, test } from '../support/test';

for (const name of ['times', 'details refused', 'cancelling', 'calendar']) {
  test(`${name}: without the canvas it looks nearly the same, and with it again exactly the same`, async ({
    another, server,
  }) => {
    const { as, open } = screens.find((screen) => screen.name === name)!;
    const page = await another(as);
    const reader = await another();
    await open(page, new Api(page.request, server.url));
    await page.mouse.move(1, 1);
    await settled(page);
    const drawn = await page.screenshot();
    await loseGraphics(page);
    const dressed = await page.screenshot();
    expect(await differing(reader, drawn, dressed)).toBeLessThan(0.03);
    await giveGraphicsBack(page);
    await settled(page);
    const again = await page.screenshot();
    expect(again.equals(drawn)).toBe(true);
  });
}

test('what is being typed, its selection and the focus outlive the card @every-size', async ({ page, api }) => {
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await wizard.choose(await api.freeTime());
  await wizard.proceed();
  const name = page.getByLabel('Full name');
  await name.click();
  await page.keyboard.type('Mara Kvač');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
  await loseGraphics(page);
  await expect(name).toBeFocused();
  await page.keyboard.type('o');
  await expect(name).toHaveValue('Mara Kovač');
  await giveGraphicsBack(page);
  await expect(name).toBeFocused();
  await page.keyboard.type('!');
  await expect(name).toHaveValue('Mara Ko!vač');
});

test('a lesson is booked while the card comes and goes', async ({ page, api }) => {
  const wizard = new BookingWizard(page, new Mouse());
  await wizard.open();
  await loseGraphics(page);
  await wizard.choose(await api.freeTime());
  await giveGraphicsBack(page);
  await wizard.proceed();
  await loseGraphics(page);
  await page.getByLabel('Full name').fill('Iris Potok');
  await giveGraphicsBack(page);
  await expect(page.getByLabel('Full name')).toHaveValue('Iris Potok');
});
