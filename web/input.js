// What the visitor does to the page's elements, reported to the portal.

import { CHARACTER, F, GRABBED, KEYS, MOVING, R, TYPED } from '{{protocol.js}}';
import { act as advance, report, request } from '{{portal.js}}';
import { follow } from '{{history.js}}';
import { mirror } from '{{elements.js}}';
import { textScale } from '{{view.js}}';

const owner = (target) => target?.closest?.('[id^=n]');
let hovered = 0,
  watched = null;

// The field in which an input method composes: its text is the visitor's until they are done.
export const composing = { field: null };

export function listen() {
  onceIsEnough();
  mirror.addEventListener('click', (event) => {
    if (event.target.type === 'file' && event.target.ariaDisabled === 'true') return event.preventDefault();
    const e = event.target.closest('a,button,[role=option],[role=combobox]');
    if (!e?._n) {
      const d = event.target;
      if (d.tagName === 'DIALOG' && outside(d, event)) {
        report(R.close, d._n);
        act();
      }
      return;
    }
    if (e.tagName === 'A') {
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
      follow(e.pathname + e.search);
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
    if (e._n && !['radio', 'checkbox', 'file'].includes(e.type) && !event.isComposing) {
      report(R.input, e._n, e.value);
      act();
    }
  });
  mirror.addEventListener('compositionstart', (event) => {
    composing.field = event.target;
  });
  mirror.addEventListener('compositionend', (event) => {
    composing.field = null;
    report(R.input, event.target._n, event.target.value);
    act();
  });
  let shifted = false;
  mirror.addEventListener('click', (event) => (shifted = event.shiftKey), true);
  mirror.addEventListener('change', (event) => {
    const e = event.target;
    if (e.type === 'radio' || e.type === 'checkbox') {
      report(R.check, e._n, e.checked ? '1' : '0', shifted ? 1 : 0);
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
    if (event.pointerType === 'touch') return hover(0, null);
    hover(event.target.closest('a,button,label,[role=img][tabindex]')?._n ?? 0, event.target.closest('[data-hover]'));
  });
  mirror.addEventListener('pointerleave', () => hover(0, null));
  mirror.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const letter = letterOf(event),
      name = inReadingDirection(event.key);
    for (let e = owner(event.target); e && e !== mirror; e = e.parentElement) {
      const key =
        (letter && e._keys & F.keys ? KEYS[name] : undefined) ??
        (e._keys & F.grabs ? GRABBED[event.key] : undefined) ??
        (e._keys & F.drags ? MOVING[event.key] : undefined) ??
        (letter && e.dataset.keys?.includes(letter) ? (TYPED[name] ?? CHARACTER) : undefined);
      if (key === undefined) continue;
      event.preventDefault();
      const typed = key === CHARACTER ? event.key.codePointAt(0) : 0;
      report(R.key, owner(event.target)._n, '', key, event.shiftKey ? 1 : 0, typed);
      return act();
    }
  });
  // Pressing inside a popup, or what opened it, leaves the focus where it is.
  mirror.addEventListener('mousedown', (event) => {
    const e = event.target.closest('.u,[aria-haspopup][aria-expanded=true]');
    if (e && !event.target.closest('input,textarea')) event.preventDefault();
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
      reportScroll();
      request();
    },
    { passive: true },
  );
}

const reportScroll = () => report(R.scroll, 0, '', scrollX / textScale(), scrollY / textScale());

// A scroll event comes with the next frame; what is built at once stands where the window is now.
function act() {
  reportScroll();
  advance();
}

// The later clicks of a double click are for what the first one hit, not for what it brought under the pointer; and a
// key held down presses once.
function onceIsEnough() {
  let meant = null;
  mirror.addEventListener(
    'click',
    (event) => {
      const e = owner(event.target);
      if (event.detail < 2) meant = event.detail ? e : null;
      else if (e !== meant) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );
  mirror.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && event.key === 'Enter' && event.target.tagName !== 'TEXTAREA')
        event.preventDefault();
    },
    true,
  );
}

// Most of what hovering changes is a matter of paint; what waits for the pointer to leave says so.
function hover(id, watcher) {
  if (id === hovered && watcher === watched) return;
  const builds = watcher !== watched ? 1 : 0;
  hovered = id;
  watched = watcher;
  report(R.hover, watcher?._n ?? id, '', builds);
  request();
}

// Left means back to whoever reads from the left, and on to the others.
function inReadingDirection(key) {
  if (document.documentElement.dir !== 'rtl') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
}

// Which of the letters in data-keys stands for a key: h and v the arrows and their ends, p pages, e Escape, n Enter,
// b Backspace in an empty field, c a character. A field keeps the keys that move in its text.
function letterOf({ key, target }) {
  const edits = target.matches('input.edit,textarea');
  if (key === 'ArrowUp' || key === 'ArrowDown') return 'v';
  if (key.startsWith('Arrow')) return edits ? '' : 'h';
  if (key === 'Home' || key === 'End') return edits ? '' : 'h';
  if (key.startsWith('Page')) return 'p';
  if (key === 'Backspace') return edits && !target.value ? 'b' : '';
  return { Escape: 'e', Enter: 'n' }[key] ?? (key.length === 1 && key !== ' ' && !edits ? 'c' : '');
}

function outside(dialog, event) {
  const r = dialog.getBoundingClientRect();
  return (
    event.clientX < r.left || event.clientX > r.right || event.clientY < r.top || event.clientY > r.bottom
  );
}
