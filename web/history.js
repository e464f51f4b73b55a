// The address bar, Back, and where a page was scrolled. Back closes a dialog before it leaves a page.

import { R } from '{{protocol.js}}';
import { act, report } from '{{portal.js}}';

let closedModal = false,
  navigated = false,
  ignorePop = 0,
  arriving = { y: history.state?.y ?? 0, focus: false };

history.scrollRestoration = 'manual';
if (history.state?.modal) history.replaceState({ y: history.state.y }, '');

// A link was followed: the address changes, the portal hears of it.
export function follow(url) {
  push(url, false);
  report(R.navigate, 0, url);
}

// The portal goes somewhere by itself.
export function go(replace, url) {
  navigated = true;
  push(url, replace);
}

function push(url, replace) {
  const before = location.pathname;
  if (replace || history.state?.modal) history.replaceState({ y: 0 }, '', url);
  else {
    remember();
    history.pushState({ y: 0 }, '', url);
  }
  if (!replace && before !== location.pathname) arriving = { y: 0, focus: true };
}

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
  if (!history.state?.modal) history.pushState({ modal: true, y: scrollY }, '');
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
  report(R.navigate, 0, location.pathname + location.search);
  act();
});

addEventListener('pagehide', remember);
