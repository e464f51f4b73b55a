// Files that somebody chose or dropped. Their content stays here; the portal knows them by number.

import { R } from '{{protocol.js}}';
import { act, report, request, waiting } from '{{portal.js}}';
import { mirror } from '{{elements.js}}';

const files = new Map();
let last = 0;

// A file dropped on a chooser arrives as if it had been chosen: the browser sees to that.
export function watchFiles() {
  mirror.addEventListener('change', ({ target }) => {
    if (target.type !== 'file') return;
    for (const file of target.files) {
      files.set(++last, file);
      report(R.file, target._n, `${file.name}\0${file.type}`, last, file.size);
    }
    target.value = ''; // so that the same file can be chosen again
    act();
  });
}

export const release = (file) => files.delete(file);

export function upload(id, file, path) {
  const sending = new XMLHttpRequest();
  waiting.add(id);
  const done = (status, text) => {
    waiting.delete(id);
    report(R.http, id, text, status, Number(sending.getResponseHeader('Retry-After')) || 0);
    request();
  };
  sending.upload.onprogress = ({ loaded, total }) => {
    report(R.sent, id, '', Math.round((100 * loaded) / total));
    request();
  };
  sending.onload = () => done(sending.status, sending.responseText);
  sending.onerror = sending.onabort = () => done(0, '');
  sending.open('PUT', path);
  sending.send(files.get(file));
}
