// Shows the tooltip of what the pointer or the focus is on. The portal is not asked and no frame is drawn.

import { mirror } from '{{elements.js}}';

const GAP = 6,
  BEFORE_SHOWING = 400,
  BEFORE_HIDING = 150;
let owner = null,
  tip = null,
  timer = 0;

function show(e) {
  hide();
  owner = e;
  tip = document.getElementById(e.dataset.tip);
  if (!tip?.isConnected) return;
  tip.style.translate = '';
  tip.showPopover();
  // It was placed for the page as it was scrolled then.
  const at = tip.getBoundingClientRect(),
    beside = e.getBoundingClientRect();
  if (at.bottom > innerHeight) tip.style.translate = `0 ${beside.top - GAP - at.bottom}px`;
  else if (at.top < 0) tip.style.translate = `0 ${beside.bottom + GAP - at.top}px`;
}

function hide() {
  clearTimeout(timer);
  if (tip?.isConnected && tip.matches(':popover-open')) tip.hidePopover();
  owner = tip = null;
}

const isShown = () => tip?.isConnected && tip.matches(':popover-open');

export function watchTooltips() {
  mirror.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const e = event.target.closest('[data-tip]');
    clearTimeout(timer);
    if ((owner && e === owner) || (tip && event.target.closest('[role=tooltip]') === tip)) return;
    if (e) timer = setTimeout(() => show(e), BEFORE_SHOWING);
    else if (owner && !owner.contains(document.activeElement)) timer = setTimeout(hide, BEFORE_HIDING);
  });
  mirror.addEventListener('focusin', (event) => {
    const e = event.target.closest('[data-tip]');
    if (e && event.target.matches(':focus-visible')) show(e);
  });
  mirror.addEventListener('focusout', hide);
  mirror.addEventListener('click', hide);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isShown()) return;
      event.preventDefault();
      event.stopPropagation();
      hide();
    },
    true,
  );
}
