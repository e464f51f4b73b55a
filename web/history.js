// The address bar, Back, and where a page was scrolled. Back closes a dialog before it leaves a page.

import { R } from '{{protocol.js}}';
import { act, report } from '{{portal.js}}';

// Step in src/ui/host.h
const PUSH = 0,
  BACK = 2;

let closedModal = false,
  navigated = false,
  ignorePop = 0,
  // A page that is already shown stays where its visitor scrolled it.
  arriving =
    history.state || !document.getElementById('page') ? { y: history.state?.y ?? 0, focus: false } : null;

history.scrollRestoration = 'manual';
if (history.state?.modal) history.replaceState({ ...history.state, modal: false }, '');

// A link was followed: the address changes, the portal hears of it.
export function follow(url) {
  push(url, false);
  report(R.navigate, 0, url);
}

// The portal goes somewhere by itself.
export function go(step, url) {
  navigated = true;
  if (step === BACK && history.state?.from === url) history.back();
  else push(url, step !== PUSH);
}

// A step knows the address it was taken from, so that it can be undone instead of being followed by its opposite.
function push(url, replace) {
  const before = location.pathname;
  // A link to where one is adds no step.
  if (replace || history.state?.modal || url === here())
    history.replaceState({ y: 0, from: history.state?.from }, '', url);
  else {
    const from = here();
    remember();
    history.pushState({ y: 0, from }, '', url);
  }
  if (!replace && before !== location.pathname) arriving = { y: 0, focus: true };
}

const here = () => location.pathname + location.search;

const remember = () => history.replaceState({ ...history.state, y: scrollY }, '');

export function beginOperations() {
  closedModal = navigated = false;
}

export function endOperations() {
  if (closedModal && !navigated && history.state?.modal) {
    ignorePop++;
    history.back();
  }
}

export function closeModal(e) {
  e.close();
  closedModal = true;
}

export function openModal(e) {
  e.showModal();
  // Back closes a dialog, so it gets a step of its own.
  if (!history.state?.modal) history.pushState({ modal: true, y: scrollY, from: history.state?.from }, '');
}

const openDialog = () => [...document.querySelectorAll('dialog[open]')].pop();

// A new page begins at its top and at its heading; one gone back to is found as it was left. Either may have to wait
// until the server's answer has made the page long enough, but not longer than the visitor would.
export function afterNavigation() {
  if (!arriving) return;
  arriving.until ??= Date.now() + 3000;
  const heading = arriving.focus && document.querySelector('#mirror')?.querySelector('h1');
  if (heading) {
    heading.focus({ preventScroll: true });
    arriving.focus = false;
  }
  scrollTo(0, arriving.y);
  if ((!arriving.focus && Math.abs(scrollY - arriving.y) < 2) || Date.now() > arriving.until) arriving = null;
}

for (const moved of ['wheel', 'touchmove', 'keydown'])
  addEventListener(
    moved,
    () => {
      arriving = null;
    },
    { passive: true },
  );

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
  report(R.navigate, 0, here());
  act();
});

addEventListener('pagehide', remember);
