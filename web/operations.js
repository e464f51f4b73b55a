// Reads the buffer of operations that a frame leaves behind and does what it says. The numbers are those of
// src/ui/ops.h.

import { ATTRIBUTES } from '{{protocol.js}}';
import { countWrite, memory } from '{{portal.js}}';
import {
  attributes,
  create,
  elements,
  focusTarget,
  insert,
  paint,
  place,
  remove,
  showPopups,
  update,
} from '{{elements.js}}';
import { afterNavigation, beginOperations, endOperations, go } from '{{history.js}}';
import { composing } from '{{input.js}}';
import { cancel, followEvents, send } from '{{network.js}}';
import { release, upload } from '{{files.js}}';
import { record, takeTurn, tell } from '{{storage.js}}';
import { applyUpdate } from '{{updates.js}}';
import { keepInCookie } from '{{takeover.js}}';
import { theme } from '{{window.js}}';
import { speak } from '{{words.js}}';

const root = document.documentElement,
  stage = document.getElementById('stage'),
  decoder = new TextDecoder();

export function apply(at, words) {
  const ints = new Uint32Array(memory().slice(at, at + 4 * words).buffer);
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
  beginOperations();
  while (i < words) {
    countWrite();
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
        stage.style.height = `calc(${number()}px * var(--text, 1))`;
        break;
      case 9: {
        const id = word(),
          x = number(),
          y = number();
        later.push(() => (id ? elements.get(id) : window).scrollTo(x, y));
        break;
      }
      case 10:
        go(word(), text());
        break;
      case 11:
        document.title = text();
        break;
      case 12: {
        const e = elements.get(word()),
          value = text();
        if (e !== composing.field && e.value !== value) e.value = value;
        break;
      }
      case 13: {
        const e = elements.get(word());
        insert(e, word(), word());
        break;
      }
      case 14:
        paint(elements.get(word()), ...ints.subarray(i, (i += 13)), number(), number());
        break;
      case 15:
        theme(['auto', 'light', 'dark', 'contrast'][word()]);
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
        cancel(word());
        break;
      case 19:
        followEvents(text());
        break;
      case 20: {
        const byTab = word() === 1,
          key = 'loggia.' + text(),
          value = text();
        try {
          const storage = byTab ? sessionStorage : localStorage;
          value ? storage.setItem(key, value) : storage.removeItem(key);
          keepInCookie(key.slice(7));
        } catch {}
        break;
      }
      case 21:
        navigator.clipboard?.writeText(text()).catch(() => {});
        break;
      case 22:
        root.dir = word() === 1 ? 'rtl' : 'ltr';
        root.lang = text();
        break;
      case 23:
        record(word(), text(), text());
        break;
      case 24:
        takeTurn(word() === 1);
        break;
      case 25:
        tell(text());
        break;
      case 26:
        applyUpdate();
        break;
      case 27:
        speak(text());
        break;
      case 28:
        upload(word(), word(), text());
        break;
      case 29:
        release(word());
        break;
    }
  }
  endOperations();
  showPopups();
  for (const act of later) act();
  afterNavigation();
}

function announce(priority, text) {
  const place = document.getElementById(priority ? 'assertive' : 'polite');
  // A reader keeps silent when the same words come twice.
  place.textContent = place.textContent === text ? text + '\u00a0' : text;
}
