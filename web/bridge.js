// The joint between the page and the portal in WebAssembly.
//
// The portal leaves a buffer of operations after each frame: elements to make, move, change and remove, requests to
// send, addresses to show. This file applies them and reports back what happened: clicks, typing, scrolling, answers.
// The page's own elements lie exactly over the pixels the portal draws, so every click and every key goes to a native
// element; nothing here guesses from coordinates. No frame is drawn while nothing happens.

import createApp from '{{app.js}}';

const FONTS = ['{{inter-regular.ttf}}', '{{inter-semibold.ttf}}', '{{icons.ttf}}'];

// Report in src/platform/web/browser.h
const R = {
  click: 1,
  submit: 2,
  close: 3,
  input: 4,
  check: 5,
  focus: 6,
  hover: 7,
  press: 8,
  key: 9,
  scroll: 10,
  viewport: 11,
  media: 12,
  navigate: 13,
  http: 14,
  live: 15,
  font: 16,
  seed: 17,
  url: 18,
  zone: 19,
  language: 20,
  stored: 21,
  start: 22,
  online: 23,
  lost: 24,
  restored: 25,
};
// Key in src/ui/events.h
const KEYS = {
  ArrowLeft: 0,
  ArrowRight: 1,
  ArrowUp: 2,
  ArrowDown: 3,
  Home: 4,
  End: 5,
  PageUp: 6,
  PageDown: 7,
};
// Attribute in src/ui/node.h
const ATTRIBUTES = [
  'type',
  'name',
  'autocomplete',
  'inputmode',
  'enterkeyhint',
  'maxlength',
  'placeholder',
  'href',
  'aria-level',
  'aria-describedby',
  'for',
  'aria-label',
  'aria-rowcount',
  'aria-colindex',
  'aria-valuenow',
  'aria-valuemax',
  'rel',
  'target',
  'download',
  'lang',
  'pattern',
  'min',
  'max',
  'rows',
  'aria-controls',
  'aria-labelledby',
  'action',
];
// Role in src/ui/node.h: an element, and the role it has to say when the element does not say it
const ROLES = [
  ['div'],
  ['div'],
  ['header'],
  ['nav'],
  ['main'],
  ['aside'],
  ['section', 'region'],
  ['div', 'group'],
  ['h2'],
  ['span'],
  ['p'],
  ['span'],
  ['label'],
  ['a'],
  ['button'],
  ['form'],
  ['input'],
  ['textarea'],
  ['select'],
  ['option'],
  ['label'],
  ['label'],
  ['div', 'radiogroup'],
  ['ul', 'list'],
  ['li', 'listitem'],
  ['div', 'table'],
  ['div', 'row'],
  ['div', 'columnheader'],
  ['div', 'cell'],
  ['div', 'grid'],
  ['div', 'row'],
  ['div', 'gridcell'],
  ['dialog'],
  ['div', 'status'],
  ['div', 'alert'],
  ['div', 'progressbar'],
  ['div', 'img'],
  ['div', 'group'],
  ['div', 'rowheader'],
  ['strong'],
  ['span'],
  ['footer'],
];
const HEADING = 8,
  LINK = 13,
  BUTTON = 14,
  RADIO = 20,
  CHECKBOX = 21,
  SCROLL = 37,
  ICON = 40;
// Flag in src/ui/node.h
const F = {
  disabled: 1,
  selected: 2,
  checked: 4,
  current: 8,
  invalid: 16,
  required: 32,
  busy: 64,
  toggle: 128,
  submit: 256,
  keys: 512,
  untabbable: 1024,
  tabbable: 2048,
  focusable: 4096,
  painted: 8192,
  anchored: 16384,
  line: 32768,
  veiled: 65536,
  hidden: 131072,
  expanded: 262144,
  open: 2097152,
  clips: 8388608,
};
// Colour in src/ui/style.h, as the custom properties of style.css
const HUES = ['violet', 'teal', 'orange', 'blue', 'pink', 'slate', 'olive', 'cyan'];
const COLOURS = [
  '',
  'ground',
  'surface',
  'sunken',
  'hover',
  'line',
  'field-line',
  'ink',
  'ink-soft',
  'muted',
  'faint',
  'brand',
  'brand-hover',
  'on-brand',
  'brand-soft',
  'brand-ink',
  'green',
  'green-soft',
  'amber',
  'amber-soft',
  'red',
  'red-hover',
  'on-red',
  'red-soft',
  'focus',
  'scrim',
  'emblem',
  'on-emblem',
  ...HUES.flatMap((hue) => [hue, hue + '-soft', hue + '-ink']),
];

const root = document.documentElement,
  mirror = document.getElementById('mirror'),
  stage = document.getElementById('stage');
const canvas = document.getElementById('canvas');
const elements = new Map([[1, mirror]]);
const encoder = new TextEncoder(),
  decoder = new TextDecoder();
const state = (window.loggia = { frames: 0, writes: 0, drawn: () => drawn, idle });
let app,
  timer = 0,
  requested = false,
  drawn = false,
  composing = null;

// -- reports --------------------------------------------------------------------------------------

function report(kind, id = 0, text = '', a = 0, b = 0, c = 0) {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const at = app._loggia_room(bytes.length);
  app.HEAPU8.set(bytes, at);
  app._loggia_report(kind, id, a, b, c, bytes.length);
}

// -- frames ---------------------------------------------------------------------------------------

function request() {
  if (requested) return;
  requested = true;
  if (document.hidden) setTimeout(() => run(false));
  else requestAnimationFrame(() => run(true));
}

function run(draw) {
  requested = false;
  state.frames++;
  advance(draw);
  if (draw) drawn = true;
}

// Runs the portal at once, inside the handler: what needs the visitor's gesture still has it. Drawing waits for the
// frame.
function act() {
  advance(false);
  request();
}

function advance(draw) {
  clearTimeout(timer);
  const next = app._loggia_frame(Date.now(), draw ? 1 : 0);
  const words = app._loggia_ops_words();
  if (words) apply(app._loggia_ops(), words);
  if (next === 0) request();
  else if (next > 0) timer = setTimeout(request, Math.min(next, 2 ** 31 - 1));
}

function idle() {
  return new Promise((done) =>
    (function wait() {
      requested || pending.size ? setTimeout(wait, 10) : done();
    })(),
  );
}

// -- operations -----------------------------------------------------------------------------------

function apply(at, words) {
  const ints = new Uint32Array(app.HEAPU8.slice(at, at + 4 * words).buffer);
  const floats = new Float32Array(ints.buffer),
    bytes = new Uint8Array(ints.buffer);
  let i = 0;
  const word = () => ints[i++],
    number = () => floats[i++];
  const text = () => {
    const size = ints[i++],
      from = 4 * i;
    i += (size + 3) >> 2;
    return decoder.decode(bytes.subarray(from, from + size));
  };
  const later = [];
  closedModal = navigated = false;
  while (i < words) {
    state.writes++;
    switch (word()) {
      case 1:
        create(word(), word(), word(), word(), word(), word(), text(), text());
        break;
      case 2:
        update(elements.get(word()), word(), word(), text());
        break;
      case 3:
        place(elements.get(word()), number(), number(), number(), number());
        break;
      case 4:
        remove(word());
        break;
      case 5: {
        const e = elements.get(word()),
          count = word(),
          list = [];
        for (let n = 0; n < count; n++) list.push([ATTRIBUTES[word()], text()]);
        attributes(e, list);
        break;
      }
      case 6:
        later.push(
          (
            (id) => () =>
              focusTarget(elements.get(id))?.focus()
          )(word()),
        );
        break;
      case 7:
        announce(word(), text());
        break;
      case 8:
        stage.style.height = number() + 'px';
        break;
      case 9: {
        const id = word(),
          x = number(),
          y = number();
        later.push(() => (id ? elements.get(id) : window).scrollTo(x, y));
        break;
      }
      case 10:
        go(word() === 1, text());
        break;
      case 11:
        document.title = text();
        break;
      case 12: {
        const e = elements.get(word()),
          value = text();
        if (e !== composing && e.value !== value) e.value = value;
        break;
      }
      case 13: {
        const e = elements.get(word());
        insert(e, word(), word());
        break;
      }
      case 14:
        paint(
          elements.get(word()),
          word(),
          word(),
          word(),
          word(),
          word(),
          word(),
          word(),
          word(),
          word(),
          word(),
        );
        break;
      case 15:
        theme(['auto', 'light', 'dark'][word()]);
        break;
      case 16: {
        const name = '--' + text(),
          value = text();
        value ? root.style.setProperty(name, value) : root.style.removeProperty(name);
        break;
      }
      case 17:
        send(word(), text(), text(), text(), text());
        break;
      case 18:
        pending.get(word())?.abort();
        break;
      case 19:
        follow(text());
        break;
      case 20: {
        const key = 'loggia.' + text(),
          value = text();
        try {
          value ? localStorage.setItem(key, value) : localStorage.removeItem(key);
        } catch {}
        break;
      }
      case 21:
        navigator.clipboard?.writeText(text()).catch(() => {});
        break;
      case 22:
        root.lang = text();
        break;
    }
  }
  if (closedModal && !navigated && history.state?.modal) {
    ignorePop++;
    history.back();
  }
  for (const act of later) act();
  afterNavigation();
}

function create(id, parent, after, role, flags, style, name, word) {
  const [tag, says] = ROLES[role];
  const e = document.createElement(role === HEADING ? 'h' + word : tag);
  e.id = 'n' + id;
  e._n = id;
  e._role = role;
  if (says) e.setAttribute('role', says);
  if (role === RADIO || role === CHECKBOX) {
    const input = (e._input = document.createElement('input'));
    input.type = role === RADIO ? 'radio' : 'checkbox';
    input._n = id;
    e.append(input);
    e.classList.add('choice');
  }
  if (tag === 'form') e.noValidate = true;
  if (tag === 'input' || tag === 'textarea' || tag === 'select') e.classList.add('edit');
  if (role === SCROLL) e.classList.add('scroll');
  if (role === ICON) e.ariaHidden = 'true';
  if (tag === 'option') e.value = word;
  elements.set(id, e);
  insert(e, parent, after);
  update(e, flags, style, name);
}

function insert(e, parentId, afterId) {
  const parent = elements.get(parentId),
    after = elements.get(afterId);
  const before = after ? after.nextSibling : parent.firstChild;
  if (e.parentNode === parent && (e === before || e.previousSibling === (after ?? null))) return;
  parent.insertBefore(e, before);
}

function remove(id) {
  const e = elements.get(id);
  if (!e) return;
  elements.delete(id);
  if (e.open) {
    e.close();
    closedModal = true;
  }
  e.remove();
  if (hovered === id) hovered = 0;
}

const flip = (e, name, on, value = 'true') => (on ? e.setAttribute(name, value) : e.removeAttribute(name));

function update(e, flags, style, name) {
  const target = e._input ?? e;
  if (e._text !== name && (name || e._text)) {
    if (e.firstChild?.nodeType === 3) e.firstChild.data = name;
    else e.prepend(name);
    e._text = name;
  }
  e.className = (e.className.match(/\b(edit|choice|scroll)\b/g) ?? [])
    .concat(
      't' + style,
      flags & F.painted ? 'p' : [],
      flags & F.anchored ? 'f' : [],
      flags & F.line ? 'o' : [],
      flags & F.veiled ? 'v' : [],
      flags & F.hidden ? 'h' : [],
      flags & F.clips ? 'c' : [],
    )
    .join(' ');
  if (e._role === BUTTON) e.type = flags & F.submit ? 'submit' : 'button';
  if (e.classList.contains('edit')) {
    e.disabled = !!(flags & F.disabled);
    e.required = !!(flags & F.required);
  } else flip(target, 'aria-disabled', flags & F.disabled);
  if (e._input) e._input.checked = !!(flags & F.checked);
  if (e._role === 19) e.selected = !!(flags & F.selected);
  else if (flags & F.toggle) e.ariaPressed = String(!!(flags & F.selected));
  flip(target, 'aria-current', flags & F.current, e._role === LINK ? 'page' : 'date');
  flip(target, 'aria-invalid', flags & F.invalid);
  flip(target, 'aria-busy', flags & F.busy);
  e._keys = flags & F.keys;
  if (flags & (F.untabbable | F.focusable)) e.tabIndex = -1;
  else if (flags & F.tabbable) e.tabIndex = 0;
  else e.removeAttribute('tabindex');
  if (flags & F.open && !e.open) openModal(e);
}

function attributes(e, list) {
  const target = e._input ?? e;
  for (const name of e._attributes ?? []) if (!list.some((a) => a[0] === name)) target.removeAttribute(name);
  e._attributes = list.map((a) => a[0]);
  for (let [name, value] of list) {
    if (
      name === 'aria-describedby' ||
      name === 'for' ||
      name === 'aria-labelledby' ||
      name === 'aria-controls'
    )
      value = 'n' + value;
    if (name === 'aria-level') continue;
    if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
  if (e._attributes.includes('target')) target.rel = 'noopener';
}

function place(e, x, y, w, h) {
  const s = e.style;
  s.left = x + 'px';
  s.top = y + 'px';
  s.width = w + 'px';
  s.height = h + 'px';
}

const token = (colour) => (colour ? `var(--${COLOURS[colour]})` : '');

function paint(e, ink, fill, border, width, radius, lines, shadow, hover, icon, size) {
  const s = e.style,
    shadows = [];
  s.color = token(ink);
  s.setProperty('--fill', token(fill) || 'transparent');
  s.setProperty('--hover', token(hover) || token(fill) || 'transparent');
  s.borderRadius = radius ? radius + 'px' : '';
  if (border) shadows.push(`inset 0 0 0 ${width}px ${token(border)}`);
  if (lines & 1) shadows.push('inset 0 1px 0 var(--line)');
  if (lines & 2) shadows.push('inset 0 -1px 0 var(--line)');
  if (shadow > 1) shadows.push('0 4px 16px rgb(15 23 42 / .18)');
  s.boxShadow = shadows.join(',');
  if (icon) {
    e.textContent = String.fromCodePoint(icon);
    e.classList.add('i');
    s.fontSize = size + 'px';
  }
}

function announce(priority, text) {
  const place = document.getElementById(priority ? 'assertive' : 'polite');
  // A reader keeps silent when the same words come twice.
  place.textContent = place.textContent === text ? text + '\u00a0' : text;
}

function theme(choice) {
  root.dataset.theme = choice;
  media();
}

const focusTarget = (e) => e && (e._input ?? e);

// -- dialogs and history --------------------------------------------------------------------------

let closedModal = false,
  navigated = false,
  ignorePop = 0,
  arriving = null;

function openModal(e) {
  e.showModal();
  // Back closes a dialog, so it gets a step of its own.
  if (!history.state?.modal) history.pushState({ modal: true, y: scrollY }, '');
}

const openDialog = () => [...document.querySelectorAll('dialog[open]')].pop();

function go(replace, url) {
  navigated = true;
  const before = location.pathname;
  if (replace || history.state?.modal) history.replaceState({ y: 0 }, '', url);
  else {
    remember();
    history.pushState({ y: 0 }, '', url);
  }
  if (!replace && before !== location.pathname) arriving = { y: 0, focus: true };
}

const remember = () => history.replaceState({ ...history.state, y: scrollY }, '');

// A new page begins at its top and at its heading; one gone back to is found as it was left. Either may have to wait until the
// server's answer has made the page long enough, but not longer than the visitor would.
function afterNavigation() {
  if (!arriving) return;
  arriving.until ??= Date.now() + 3000;
  const heading = arriving.focus && mirror.querySelector('h1');
  if (heading) { heading.focus({preventScroll: true}); arriving.focus = false; }
  scrollTo(0, arriving.y);
  if ((!arriving.focus && Math.abs(scrollY - arriving.y) < 2) || Date.now() > arriving.until) arriving = null;
}

for (const moved of ['wheel', 'touchmove', 'keydown']) addEventListener(moved, () => { arriving = null; }, {passive: true});

addEventListener('popstate', (event) => {
  if (ignorePop) {
    ignorePop--;
    return;
  }
  const dialog = openDialog();
  if (dialog) {
    report(R.close, dialog._n);
    return act();
  }
  arriving = { y: event.state?.y ?? 0, focus: false };
  report(R.navigate, 0, location.pathname + location.search);
  act();
});

// -- events of the page ---------------------------------------------------------------------------

const owner = (target) => target?.closest?.('[id^=n]');
let hovered = 0;

function listen() {
  mirror.addEventListener('click', (event) => {
    const e = event.target.closest('a,button');
    if (!e?._n) {
      const d = event.target;
      if (d.tagName === 'DIALOG' && outside(d, event)) {
        report(R.close, d._n);
        act();
      }
      return;
    }
    if (e._role === LINK) {
      if (
        event.button ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey ||
        e.target ||
        e.hasAttribute('download') ||
        e.origin !== location.origin
      )
        return;
      event.preventDefault();
      report(R.click, e._n);
      const before = location.pathname,
        url = e.pathname + e.search;
      if (history.state?.modal) history.replaceState({ y: 0 }, '', url);
      else {
        remember();
        history.pushState({ y: 0 }, '', url);
      }
      if (before !== location.pathname) arriving = { y: 0, focus: true };
      report(R.navigate, 0, url);
      return act();
    }
    if (e.ariaDisabled === 'true') return event.preventDefault();
    if (e.type === 'submit') return;
    report(R.click, e._n);
    act();
  });
  mirror.addEventListener('submit', (event) => {
    event.preventDefault();
    report(R.submit, event.target._n);
    act();
  });
  mirror.addEventListener('input', (event) => {
    const e = event.target;
    if (e._n && e.type !== 'radio' && e.type !== 'checkbox' && !event.isComposing) {
      report(R.input, e._n, e.value);
      act();
    }
  });
  mirror.addEventListener('compositionstart', (event) => {
    composing = event.target;
  });
  mirror.addEventListener('compositionend', (event) => {
    composing = null;
    report(R.input, event.target._n, event.target.value);
    act();
  });
  mirror.addEventListener('change', (event) => {
    const e = event.target;
    if (e.type === 'radio' || e.type === 'checkbox') {
      report(R.check, e._n, e.checked ? '1' : '0');
      act();
    }
  });
  mirror.addEventListener('focusin', (event) => {
    report(R.focus, owner(event.target)?._n ?? 0);
    request();
  });
  mirror.addEventListener('focusout', () => {
    report(R.focus);
    request();
  });
  mirror.addEventListener('pointerover', (event) => {
    const id = event.pointerType === 'touch' ? 0 : (event.target.closest('a,button,label')?._n ?? 0);
    if (id !== hovered) {
      hovered = id;
      report(R.hover, id);
      request();
    }
  });
  mirror.addEventListener('pointerleave', () => {
    if (hovered) {
      hovered = 0;
      report(R.hover);
      request();
    }
  });
  mirror.addEventListener('keydown', (event) => {
    const key = KEYS[event.key];
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    for (let e = owner(event.target); e && e !== mirror; e = e.parentElement) {
      if (!e._keys) continue;
      event.preventDefault();
      report(R.key, owner(event.target)._n, '', key, event.shiftKey ? 1 : 0);
      return act();
    }
  });
  mirror.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      report(R.close, event.target._n);
      act();
    },
    true,
  );
  mirror.addEventListener(
    'scroll',
    (event) => {
      const e = event.target;
      if (e._n) {
        report(R.scroll, e._n, '', e.scrollLeft, e.scrollTop);
        request();
      }
    },
    { capture: true, passive: true },
  );
  addEventListener(
    'scroll',
    () => {
      report(R.scroll, 0, '', scrollX, scrollY);
      request();
    },
    { passive: true },
  );
  for (const [name, on] of [
    ['online', 1],
    ['offline', 0],
  ])
    addEventListener(name, () => {
      report(R.online, 0, '', on);
      request();
    });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      requested = false;
      request();
    }
  });
  addEventListener('pagehide', () => history.replaceState({ ...history.state, y: scrollY }, ''));
}

function outside(dialog, event) {
  const r = dialog.getBoundingClientRect();
  return (
    event.clientX < r.left || event.clientX > r.right || event.clientY < r.top || event.clientY > r.bottom
  );
}

// -- the window -----------------------------------------------------------------------------------

const DARK = matchMedia('(prefers-color-scheme: dark)'),
  CALM = matchMedia('(prefers-reduced-motion: reduce)');
const FORCED = matchMedia('(forced-colors: active)'),
  CONTRAST = matchMedia('(prefers-contrast: more)');

function media() {
  const choice = root.dataset.theme,
    dark = choice === 'dark' || (choice !== 'light' && DARK.matches);
  root.classList.toggle('dark', dark);
  report(R.media, dark * 1 + CALM.matches * 2 + FORCED.matches * 4 + CONTRAST.matches * 8);
  request();
}

// The canvas is exactly as many device pixels as the window has, at every zoom.
function watchSize() {
  new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect,
      exact = entry.devicePixelContentBoxSize?.[0];
    // The exact box knows how a fractional size was rounded; one that is far off comes from an emulated screen.
    const pixels = (css, box) =>
      Math.abs(css * devicePixelRatio - box) < 2 ? box : Math.round(css * devicePixelRatio);
    const w = pixels(width, exact?.inlineSize),
      h = pixels(height, exact?.blockSize);
    if (!w || !h) return;
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      drawn = false;
    }
    report(R.viewport, 0, '', width, height, w / width);
    // Resizing emptied the canvas; waiting for the next frame would flash.
    advance(true);
    request();
  }).observe(
    canvas,
    'ResizeObserver' in window && 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype
      ? { box: 'device-pixel-content-box' }
      : {},
  );
}

// -- the server -----------------------------------------------------------------------------------

const pending = new Map();
let stream = null;

async function send(id, method, path, body, key) {
  const abort = new AbortController(),
    limit = setTimeout(() => abort.abort(), 20000);
  pending.set(id, abort);
  let status = 0,
    text = '',
    retry = 0;
  try {
    const headers = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    const answer = await fetch(path, {
      method,
      headers,
      body: body || undefined,
      credentials: 'same-origin',
      signal: abort.signal,
      cache: 'no-store',
    });
    text = await answer.text();
    status = answer.status;
    retry = Number(answer.headers.get('Retry-After')) || 0;
  } catch {
    status = 0;
  }
  clearTimeout(limit);
  pending.delete(id);
  report(R.http, id, text, status, retry);
  request();
}

function follow(url) {
  stream?.close();
  stream = null;
  if (!url) return;
  stream = new EventSource(url);
  stream.onmessage = (event) => {
    report(R.live, 0, event.data);
    request();
  };
}

// -- start ----------------------------------------------------------------------------------------

function launch() {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  report(R.seed, 0, seed);
  report(R.url, 0, location.pathname + location.search);
  report(R.zone, 0, Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  for (const language of navigator.languages) report(R.language, 0, language);
  try {
    for (const [key, value] of Object.entries(localStorage)) {
      if (key.startsWith('loggia.')) report(R.stored, 0, key.slice(7) + '\0' + value);
      if (key === 'loggia.theme') root.dataset.theme = value;
    }
  } catch {}
  media();
  report(R.viewport, 0, '', root.clientWidth, innerHeight, devicePixelRatio);
  report(R.start, 0, '', Date.now());
}

async function main() {
  history.scrollRestoration = 'manual';
  if (history.state?.modal) history.replaceState({ y: history.state.y }, '');
  const fonts = Promise.all(FONTS.map(async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer())));
  app = await createApp({ locateFile: () => '{{app.wasm}}' });
  (await fonts).forEach((bytes, i) => report(R.font, i, bytes));
  launch();
  listen();
  for (const query of [DARK, CALM, FORCED, CONTRAST]) query.addEventListener('change', media);
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    report(R.lost);
    stage.classList.add('plain');
  });
  canvas.addEventListener('webglcontextrestored', () => {
    report(R.restored);
    stage.classList.remove('plain');
    request();
  });
  if (!canvas.getContext('webgl2')) stage.classList.add('plain');
  arriving = { y: history.state?.y ?? 0, focus: false };
  watchSize();
  document.getElementById('before')?.remove();
  performance.mark('loggia-first-frame');
  navigator.serviceWorker?.register('/service_worker.js').catch(() => {});
}

main();
