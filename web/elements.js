// Makes and changes the page's elements as the portal describes them.

import {
  COLOURS,
  F,
  HEADING,
  ICON,
  INPUTS,
  LIST_OPTION,
  MARKS,
  MENU_CHOICE,
  OPTION,
  REFERENCES,
  ROLES,
  SCROLL,
  TAB,
} from '{{protocol.js}}';
import { closeModal, openModal } from '{{history.js}}';

export const mirror = document.getElementById('mirror');
export const elements = new Map([[1, mirror]]);
const popups = new Set();
let active = ''; // the id of the option that arrow keys just reached; it may be made after it is named

// Popups lie in the browser's top layer: nothing cuts or covers them. Moving one in the document closes it.
export function showPopups() {
  for (const e of popups) if (e.isConnected && !e.matches(':popover-open')) e.showPopover();
  if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  active = '';
}

export function create(id, parent, after, role, flags, style, name, word) {
  const [tag, says] = ROLES[role];
  const e = document.createElement(role === HEADING ? 'h' + word : tag);
  e.id = 'n' + id;
  e._n = id;
  e._role = role;
  if (says) e.setAttribute('role', says);
  if (INPUTS[role]) {
    const input = (e._input = document.createElement('input')),
      [type, says] = INPUTS[role];
    input.type = type;
    if (says) input.setAttribute('role', says);
    input._n = id;
    e.append(input);
    e.classList.add('choice');
  }
  if (tag === 'form') e.noValidate = true;
  if (tag === 'input' || tag === 'textarea' || tag === 'select') e.classList.add('edit');
  if (role === SCROLL) e.classList.add('scroll');
  if (role === ICON || role === 0) e.ariaHidden = 'true';
  if (role === 0) e.classList.add('picture');
  // A picture that does not come leaves its place to the tile below it.
  if (tag === 'img') e.onerror = () => (e.dataset.broken = '');
  if (flags & F.floating) {
    e.popover = 'manual';
    if (says !== 'tooltip') popups.add(e);
  }
  if (tag === 'option') e.value = word;
  if (tag === 'optgroup') e.label = word;
  elements.set(id, e);
  insert(e, parent, after);
  update(e, flags, style, name);
}

export function insert(e, parentId, afterId) {
  const parent = elements.get(parentId),
    after = elements.get(afterId);
  const before = after ? after.nextSibling : parent.firstChild;
  if (e.parentNode === parent && (e === before || e.previousSibling === (after ?? null))) return;
  parent.insertBefore(e, before);
}

export function remove(id) {
  const e = elements.get(id);
  if (!e) return;
  elements.delete(id);
  popups.delete(e);
  if (e.open) closeModal(e);
  // A link that is no longer there would still be followed by a program that holds it.
  if (e.tagName === 'A') e.removeAttribute('href');
  e.remove();
}

const CURRENT = { A: 'page', LI: 'step' };
const flip = (e, name, on, value = 'true') => (on ? e.setAttribute(name, value) : e.removeAttribute(name));

export function update(e, flags, style, name) {
  const target = e._input ?? e;
  if (e._text !== name && (name || e._text)) {
    const first = e.firstChild;
    if (first?.nodeType === 3) first.data = name;
    else if (first?.nodeName === 'FONT')
      first.replaceWith(name); // what a translator made of it
    else e.prepend(name);
    e._text = name;
  }
  e.className = (e.className.match(/\b(edit|choice|scroll|picture)\b/g) ?? [])
    .concat(
      't' + style,
      flags & F.painted ? 'p' : [],
      flags & F.anchored ? 'f' : [],
      flags & F.line ? 'o' : [],
      flags & F.veiled ? 'v' : [],
      flags & F.hidden ? 'h' : [],
      flags & F.clips ? 'c' : [],
      flags & F.drags ? 'd' : [],
      flags & F.floating ? 'u' : [],
    )
    .join(' ');
  if (e._painted && !(flags & F.painted)) unpaint(e);
  if (e.tagName === 'BUTTON') e.type = flags & F.submit ? 'submit' : 'button';
  if (e.classList.contains('edit')) {
    e.disabled = !!(flags & F.disabled);
    e.required = !!(flags & F.required);
  } else flip(target, 'aria-disabled', flags & F.disabled);
  if (e._input) e._input.checked = !!(flags & F.checked);
  if (e._role === OPTION) e.selected = !!(flags & F.selected);
  else if (e._role === TAB || e._role === LIST_OPTION) e.ariaSelected = String(!!(flags & F.selected));
  else if (e._role === MENU_CHOICE) e.ariaChecked = String(!!(flags & F.checked));
  else if (flags & F.toggle) e.ariaPressed = String(!!(flags & F.selected));
  flip(target, 'aria-current', flags & F.current, CURRENT[e.tagName] ?? 'date');
  flip(target, 'aria-invalid', flags & F.invalid);
  flip(target, 'aria-busy', flags & F.busy);
  e._keys = flags & (F.keys | F.grabs | F.drags);
  if (e._input) e._input.indeterminate = !!(flags & F.mixed);
  if (flags & (F.untabbable | F.focusable)) e.tabIndex = -1;
  else if (flags & F.tabbable) e.tabIndex = 0;
  else e.removeAttribute('tabindex');
  if (flags & F.open && !e.open) openModal(e);
}

export function attributes(e, list) {
  const target = e._input ?? e;
  for (const name of e._attributes ?? []) if (!list.some((a) => a[0] === name)) target.removeAttribute(name);
  e._attributes = list.map((a) => a[0]);
  for (let [name, value] of list) {
    if (REFERENCES.includes(name)) value = 'n' + value;
    if (name === 'aria-level') continue;
    if (name === 'aria-activedescendant') active = value;
    if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
  if (e._attributes.includes('target')) target.rel = 'noopener';
}

export function place(e, x, y, w, h) {
  const s = e.style;
  s.left = x + 'px';
  s.top = y + 'px';
  s.width = w + 'px';
  s.height = h + 'px';
}

const token = (colour) => (colour ? `var(--${COLOURS[colour]})` : '');
const SHADOWS = [
  '',
  '0 1px 3px rgb(15 23 42 / .06)',
  '0 3px 12px rgb(15 23 42 / .16)',
  '0 8px 40px rgb(15 23 42 / .28)',
];

/** Dresses an element as the canvas would draw it. */
export function paint(
  e,
  ink,
  fill,
  border,
  width,
  radius,
  lines,
  shadow,
  hover,
  icon,
  size,
  align,
  mark,
  edge,
  first,
  step,
) {
  if (e.classList.contains('edit')) return;
  const s = e.style,
    shadows = [SHADOWS[shadow]].filter(Boolean),
    is = MARKS[mark] ?? '';
  e._painted = true;
  s.color = token(ink);
  const properties = {
    fill: token(fill) || 'transparent',
    hover: token(hover) || token(fill) || 'transparent',
    edge: token(edge),
    border: token(border),
    amount: size,
    first: first + 'px',
    step: step + 'px',
  };
  for (const [name, value] of Object.entries(properties)) s.setProperty('--' + name, value);
  s.borderRadius = radius ? radius + 'px' : '';
  if (border && is !== 'radio' && is !== 'checkbox') shadows.push(`inset 0 0 0 ${width}px ${token(border)}`);
  if (lines & 1) shadows.push('inset 0 1px 0 var(--line)');
  if (lines & 2) shadows.push('inset 0 -1px 0 var(--line)');
  if (lines & 4) shadows.push('inset 1px 0 0 var(--line)');
  if (lines & 8) shadows.push('inset -1px 0 0 var(--line)');
  s.boxShadow = shadows.join(',');
  s.textAlign = ['', 'center', 'end', ''][align];
  if (is) e.classList.add(is);
  if (edge) e.classList.add('edge');
  if (!fill && !border) e.classList.add('bare');
  if (is === 'radio' || is === 'checkbox') e.classList.toggle('on', size > 0);
  const glyph = is === 'icon' || is === 'spinner' || (is === 'checkbox' && size) ? icon : 0;
  if (glyph) e.textContent = String.fromCodePoint(glyph);
  else if (e._glyph) e.textContent = '';
  e._glyph = glyph;
  s.fontSize = is === 'icon' || is === 'spinner' || is === 'avatar' ? size + 'px' : '';
}

const DRESS = ['color', 'border-radius', 'box-shadow', 'text-align', 'font-size'];

function unpaint(e) {
  if (e._glyph) e.textContent = '';
  e._glyph = e._painted = undefined;
  for (const name of DRESS) e.style.removeProperty(name);
}

export const focusTarget = (e) => e && (e._input ?? e);
