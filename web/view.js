// The canvas covers what is seen of the window with one pixel for each of the device's: at every browser zoom, and when
// the page is pinched larger, as soon as the fingers rest. A visitor who asked for larger text gets everything larger.

import { R } from '{{protocol.js}}';
import { advance, notDrawn, report, request } from '{{portal.js}}';

const root = document.documentElement,
  canvas = document.getElementById('canvas'),
  seen = visualViewport;
const REST = 100, // milliseconds without a move
  MOST = 8e6; // pixels, whatever the device has

const whole = { x: 0, y: 0, width: 0, height: 0, w: 0, h: 0 }; // the window, in CSS pixels and in the device's
let near = null, // what is seen of it while it is pinched
  resting = 0,
  text = 1;

// The visitor's font size over the usual one.
export const textScale = () => text;

const isPinched = () => seen && seen.scale > 1.01;

function show() {
  if (!whole.w) return;
  const part = near ?? whole;
  if (canvas.width !== part.w || canvas.height !== part.h) {
    canvas.width = part.w;
    canvas.height = part.h;
    notDrawn();
  }
  const rect = Float32Array.of(part.x / text, part.y / text, part.width / text, part.height / text);
  // A keyboard that lies over the window takes from its height.
  const covered = seen && !isPinched() && seen.height < whole.height - 60;
  const height = covered ? seen.height : whole.height;
  const scale = (part.w / part.width) * text;
  report(R.viewport, 0, new Uint8Array(rect.buffer), whole.width / text, height / text, scale);
  // Resizing emptied the canvas; waiting for the next frame would flash.
  advance(true);
  request();
}

function lay(part) {
  near = part;
  for (const [name, value] of [
    ['left', part?.x],
    ['top', part?.y],
    ['width', part?.width],
    ['height', part?.height],
  ])
    canvas.style[name] = part ? value + 'px' : '';
  show();
}

function rest() {
  if (!isPinched()) return near && lay(null);
  const { offsetLeft: x, offsetTop: y, width, height, scale } = seen;
  const density = Math.min(devicePixelRatio * scale, Math.sqrt(MOST / (width * height)));
  lay({ x, y, width, height, w: Math.round(width * density), h: Math.round(height * density) });
}

// While the fingers move, the browser enlarges the picture of the whole window.
function move() {
  clearTimeout(resting);
  resting = setTimeout(rest, REST);
  if (near) lay(null);
  else if (!isPinched()) show();
}

function measure([entry]) {
  if (near) return;
  const { width, height } = entry.contentRect,
    exact = entry.devicePixelContentBoxSize?.[0];
  // The exact box knows how a fractional size was rounded; one that is far off comes from an emulated screen.
  const pixels = (css, box) =>
    Math.abs(css * devicePixelRatio - box) < 2 ? box : Math.round(css * devicePixelRatio);
  const w = pixels(width, exact?.inlineSize),
    h = pixels(height, exact?.blockSize);
  if (!w || !h) return;
  Object.assign(whole, { width, height, w, h });
  show();
}

// An element as wide as the root's font is high tells when that changes.
function watchText() {
  const probe = document.createElement('div');
  probe.className = 'probe';
  document.body.append(probe);
  new ResizeObserver(([entry]) => {
    const now = Math.min(3, Math.max(0.5, entry.contentRect.width / 16)) || 1;
    if (Math.abs(now - text) < 0.01) return;
    text = now;
    root.style.setProperty('--text', text);
    show();
  }).observe(probe);
}

export function watchSize() {
  watchText();
  const exactly = 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype;
  new ResizeObserver(measure).observe(canvas, exactly ? { box: 'device-pixel-content-box' } : {});
  seen?.addEventListener('resize', move);
  seen?.addEventListener('scroll', () => isPinched() && move());
}
