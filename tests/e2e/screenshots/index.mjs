// One page with all pictures of a folder: a row a screen, beside the mock-up where one is given.
//   node index.mjs FOLDER [FOLDER_OF_MOCKUPS]
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, mockups = ''] = process.argv.slice(2);
const named = /^(.+)-(\d+)-(light|dark)(-end)?\.png$/;

// Which screen a mock-up shows.
const drawn = {
  times: 'booking-desktop.png',
  details: 'booking-phone.png',
  'my-home': 'client-home.png',
  'booking-in-the-calendar': 'staff-week.png',
};

const pictures = readdirSync(folder)
  .map((file) => [file, named.exec(file)])
  .filter(([, parts]) => parts !== null)
  .map(([file, [, screen, width, scheme, end]]) => ({
    file,
    screen,
    width: Number(width),
    scheme,
    end: end ?? '',
  }));

const order = ({ width, scheme, end }) =>
  `${String(width).padStart(5, '0')} ${scheme === 'dark' ? 1 : 0} ${end}`;
function figure(address, words) {
  const image = `<img src="${address}" alt="${words}" loading="lazy">`;
  return `<figure><a href="${address}">${image}</a><figcaption>${words}</figcaption></figure>`;
}

function section(screen) {
  const shown = pictures.filter((each) => each.screen === screen);
  shown.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const figures = shown.map(({ file, width, scheme, end }) =>
    figure(file, `${width} ${scheme}${end.replace('-', ', ')}`),
  );
  const mockup = join(mockups, drawn[screen] ?? 'none');
  if (mockups && existsSync(mockup))
    figures.push(figure(pathToFileURL(mockup), `mock-up ${basename(mockup)}`));
  return `<section id="${screen}"><h2>${screen.replaceAll('-', ' ')}</h2><div>${figures.join('')}</div></section>`;
}

const style = `
body { font: 15px/22px system-ui, sans-serif; margin: 24px; background: #ddd; }
nav { display: flex; flex-wrap: wrap; gap: 12px; }
section div { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
figure { margin: 0; }
img { height: 420px; width: auto; display: block; box-shadow: 0 1px 4px #0004; }`;

const screens = [...new Set(pictures.map(({ screen }) => screen))];
const links = screens.map((screen) => `<a href="#${screen}">${screen.replaceAll('-', ' ')}</a>`);
const head = `<meta charset="utf-8"><title>Every screen</title><style>${style}</style>`;
const body = `<h1>Every screen</h1><nav>${links.join(' ')}</nav>${screens.map(section).join('\n')}`;
writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en">${head}${body}</html>\n`);
console.log(`${pictures.length} pictures of ${screens.length} screens: ${join(folder, 'index.html')}`);
