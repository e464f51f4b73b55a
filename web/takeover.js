// From the page the server wrote to the one the canvas draws: what the server's page was made from, what was typed
// into it, where the focus was. Until the canvas shows the same, and wherever it never does, the server's page stays
// and works by itself.

import { R } from '{{protocol.js}}';
import { advance, report } from '{{portal.js}}';
import { elements, focusTarget } from '{{elements.js}}';

const page = document.getElementById('page');
const said = new Map(readSaid().map(({ path, body }) => [path, JSON.stringify(body)]));
const patience = 20_000; // milliseconds for which the server's answers are news
let isLeaving = false,
  composed = null;

page?.addEventListener('submit', () => (isLeaving = true));
page?.addEventListener('compositionstart', () => {
  composed = new Promise((done) => page.addEventListener('compositionend', done, { once: true }));
});

function readSaid() {
  const block = document.getElementById('said');
  try {
    return block ? JSON.parse(block.textContent) : [];
  } catch {
    return [];
  }
}

// What the server said to the first question for this path while it wrote the page.
export function alreadySaid(path) {
  const body = performance.now() < patience ? said.get(path) : undefined;
  said.delete(path);
  return body;
}

// What the server kept for a visitor without script belongs into the browser's own storage from now on.
export function adoptKept() {
  for (const name of ['loggia-kept', '__Host-loggia-kept']) {
    const cookie = document.cookie.split('; ').find((one) => one.startsWith(name + '='));
    if (!cookie) continue;
    for (const [key, value] of new URLSearchParams(cookie.slice(name.length + 1)))
      (KNOWN.includes(key) ? localStorage : sessionStorage).setItem('loggia.' + key, value);
    keepInCookie('theme');
  }
}

// What the server has to know before the first script runs.
const KNOWN = ['theme', 'language'];

export function keepInCookie(key) {
  if (!KNOWN.includes(key)) return;
  const values = KNOWN.map((name) => [name, localStorage.getItem('loggia.' + name)]).filter(([, value]) => value);
  const isSecure = location.protocol === 'https:';
  document.cookie = [
    `${isSecure ? '__Host-' : ''}loggia-kept=${new URLSearchParams(values)}`,
    'Path=/',
    'SameSite=Strict',
    `Max-Age=${values.length ? 30 * 24 * 60 * 60 : 0}`,
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}

const numberOf = (e) => (/^h\d+$/.test(e.id) ? Number(e.id.slice(1)) : 0);

// Tells the portal what the server's page holds and its own does not yet. True if there was something.
function carry() {
  let count = 0;
  for (const from of page.elements) {
    const id = numberOf(from),
      to = elements.get(id);
    if (!to) continue;
    if (from.type === 'checkbox') {
      if (!to._input || to._input.checked === from.checked) continue;
      report(R.check, id, from.checked ? '1' : '0');
    } else if (from.getAttribute('role') === 'radio') {
      if (from.ariaChecked !== 'true' || !to._input || to._input.checked) continue;
      report(R.check, id, '1');
    } else {
      if (from.tagName === 'BUTTON' || to.value === undefined || to.value === from.value) continue;
      to.value = from.value;
      report(R.input, id, from.value);
    }
    count++;
  }
  return count > 0;
}

function takeFocus(from, y) {
  const to = from && page.contains(from) ? focusTarget(elements.get(numberOf(from))) : null;
  const range = to && 'selectionStart' in from ? [from.selectionStart, from.selectionEnd] : [];
  page.remove();
  // Its classes are not the mirror's.
  document.querySelector('link[href^="/page."]')?.remove();
  scrollTo(0, y);
  to?.focus({ preventScroll: true });
  if (range[0] != null && to?.setSelectionRange) to.setSelectionRange(...range);
}

// The canvas has drawn once. Everything from here on happens before the next picture.
export async function takeOver() {
  if (!page) return;
  while (composed) {
    const waiting = composed;
    await waiting;
    if (composed === waiting) composed = null;
  }
  if (isLeaving) return;
  // A choice may bring further fields.
  for (let times = 0; times < 4 && carry(); times++) advance(false);
  advance(true);
  takeFocus(document.activeElement, scrollY);
}
