// Drawing an element with the pointer: a mouse that moves while it is down, a finger that rested first or that took the
// lower edge. Until then a touch scrolls as always. What follows is reported as seen from what the element lies in; the
// portal decides what it means. Escape gives up; near its edges the scroller moves along.

import { R } from '{{protocol.js}}';
import { act, report, request } from '{{portal.js}}';
import { mirror } from '{{elements.js}}';
import { textScale } from '{{view.js}}';

const BEGIN = 0,
  MOVE = 1,
  END = 2,
  CANCEL = 3;
const EDGE = 10,
  NEAR = 48;
let one = null; // { element, pointer, x, y, last, running, timer }

function tell(phase, at) {
  const r = one.element.parentElement.getBoundingClientRect();
  report(
    R.pointer,
    one.element._n,
    '',
    (at.clientX - r.left) / r.width,
    (at.clientY - r.top) / textScale(),
    phase,
  );
  phase === MOVE ? request() : act();
}

function begin() {
  one.running = true;
  one.element.setPointerCapture(one.pointer);
  tell(BEGIN, { clientX: one.x, clientY: one.y });
  follow();
}

function finish(phase) {
  if (!one) return;
  clearTimeout(one.timer);
  if (one.running) {
    tell(phase, one.last);
    swallowClick();
  }
  one = null;
}

// The browser takes the end of a drag for a click.
function swallowClick() {
  const swallow = (event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  mirror.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => mirror.removeEventListener('click', swallow, true), 50);
}

function follow() {
  if (!one?.running) return;
  const scroller = one.element.closest('.scroll'),
    y = one.last.clientY;
  if (scroller) {
    const r = scroller.getBoundingClientRect();
    const by = y < r.top + NEAR ? y - r.top - NEAR : y > r.bottom - NEAR ? y - r.bottom + NEAR : 0;
    const before = scroller.scrollTop;
    if (by) scroller.scrollTop += by / 4;
    if (scroller.scrollTop !== before) tell(MOVE, one.last);
  }
  requestAnimationFrame(follow);
}

export function watchDrags() {
  mirror.addEventListener('pointerdown', (event) => {
    const element = event.target.closest('.d');
    if (!element || event.button || !event.isPrimary || one) return;
    const onEdge = event.clientY > element.getBoundingClientRect().bottom - EDGE;
    one = { element, pointer: event.pointerId, x: event.clientX, y: event.clientY, last: event };
    if (event.pointerType === 'touch') one.timer = setTimeout(begin, onEdge ? 0 : 400);
    one.touch = event.pointerType === 'touch';
  });
  mirror.addEventListener('pointermove', (event) => {
    if (event.pointerId !== one?.pointer) return;
    one.last = event;
    if (one.running) return tell(MOVE, event);
    if (Math.hypot(event.clientX - one.x, event.clientY - one.y) < (one.touch ? 10 : 4)) return;
    one.touch ? finish(CANCEL) : begin();
  });
  mirror.addEventListener('pointerup', (event) => event.pointerId === one?.pointer && finish(END));
  mirror.addEventListener('pointercancel', (event) => event.pointerId === one?.pointer && finish(CANCEL));
  // What was begun by resting must not scroll.
  addEventListener('touchmove', (event) => one?.running && event.cancelable && event.preventDefault(), {
    passive: false,
  });
  mirror.addEventListener('contextmenu', (event) => one?.touch && event.preventDefault());
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !one?.running) return;
      event.stopPropagation();
      event.preventDefault();
      finish(CANCEL);
    },
    true,
  );
}
