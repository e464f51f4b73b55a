// The words of the language that the visitor reads. English is part of the portal; any other language is one file.

import { R } from '{{protocol.js}}';
import { report, request, waiting } from '{{portal.js}}';

const FILES = {{words}};

// As choice_of_language in src/portal/words: the address, what was chosen before, the visitor's own languages, English.
export function choice() {
  let before;
  try {
    before = localStorage.getItem('loggia.language');
  } catch {}
  for (const tag of [new URLSearchParams(location.search).get('lang'), before, ...navigator.languages]) {
    const language = tag?.toLowerCase().split('-')[0];
    if (FILES[language]) return language;
  }
  return 'en';
}

// "<language>\0<its words>"; without words for English, and when they do not come.
export async function wordsOf(language) {
  if (language === 'en') return 'en\0';
  try {
    const answer = await fetch(FILES[language]);
    return answer.ok ? language + '\0' + (await answer.text()) : 'en\0';
  } catch {
    return 'en\0';
  }
}

export async function speak(language) {
  waiting.add(language);
  report(R.words, 0, await wordsOf(language));
  waiting.delete(language);
  request();
}
