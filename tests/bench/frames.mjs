// Frames drawn while nobody does anything, and while the mouse wanders over one button.
import { Server } from '../e2e/support/server.mjs';
import { drawn, launch, settled } from './browser.mjs';
import { heading, row } from './table.mjs';

const server = await Server.launch();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await settled(page, server.url);

heading('Frames');
const before = await drawn(page);
await page.waitForTimeout(10_000);
row('in 10 idle seconds', (await drawn(page)) - before, 'to reach: 0; hello_imgui 90');

const box = await page.getByRole('link', { name: 'Sign in' }).first().boundingBox();
const restful = await drawn(page);
for (let move = 0; move < 500; move++)
  await page.mouse.move(box.x + 4 + (move % (box.width - 8)), box.y + box.height / 2 + (move % 7) - 3);
await page.waitForTimeout(500);
row('on 500 mouse moves over one button', (await drawn(page)) - restful, 'to reach: at most 2');

await browser.close();
await server.stop();
