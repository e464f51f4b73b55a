// What is said while the portal loads: a thin line when that takes a moment, and what to do when it does not come.
// A classic script, for it has to work where the portal's modules did not arrive.
(() => {
  // [while it loads, when it fails, what the button says]
  const WORDS = {
    en: ['Loading', 'The page could not be loaded. Check your connection and try again.', 'Try again'],
    de: [
      'Wird geladen',
      'Die Seite konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
      'Erneut versuchen',
    ],
    es: [
      'Cargando',
      'No se pudo cargar la página. Comprueba tu conexión e inténtalo de nuevo.',
      'Reintentar',
    ],
    fr: [
      'Chargement',
      'La page n’a pas pu être chargée. Vérifiez votre connexion et réessayez.',
      'Réessayer',
    ],
    sl: [
      'Nalaganje',
      'Strani ni bilo mogoče naložiti. Preverite povezavo in poskusite znova.',
      'Poskusi znova',
    ],
    ar: ['جارٍ التحميل', 'تعذّر تحميل الصفحة. تحقّق من اتصالك وحاول مرة أخرى.', 'حاول مرة أخرى'],
    ja: [
      '読み込み中',
      'ページを読み込めませんでした。接続を確認して、もう一度お試しください。',
      'もう一度試す',
    ],
  };
  const slow = 600,
    tooSlow = 15_000; // milliseconds
  // English is also what a page says that was written for nobody in particular.
  const { lang } = document.documentElement;
  const wanted = lang === 'en' ? navigator.languages : [lang, ...navigator.languages];
  const language = wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) ?? 'en';
  const [loading, failed, again] = WORDS[language];

  const box = document.createElement('div'),
    status = document.createElement('p'),
    button = document.createElement('button');
  box.id = 'loading';
  box.lang = language;
  box.dir = language === 'ar' ? 'rtl' : 'ltr';
  status.setAttribute('role', 'status');
  button.type = 'button';
  button.textContent = again;
  button.hidden = true;
  button.addEventListener('click', () => location.reload());
  box.append(status, button);
  document.body.append(box);

  const timers = [setTimeout(line, slow), setTimeout(trouble, tooSlow)];
  addEventListener('error', scriptFailed, true);
  addEventListener('loggia-failed', trouble);
  addEventListener('loggia-ready', ready, { once: true });

  function line() {
    box.classList.add('line');
    status.textContent = loading;
  }
  function trouble() {
    timers.forEach(clearTimeout);
    box.classList.remove('line');
    // The page the server wrote does without.
    const page = document.getElementById('page');
    if (page) return void (page.dataset.stays = '');
    box.classList.add('failed');
    status.textContent = failed;
    button.hidden = false;
  }
  function scriptFailed({ target }) {
    if (target?.tagName === 'SCRIPT') trouble();
  }
  function ready() {
    timers.forEach(clearTimeout);
    removeEventListener('error', scriptFailed, true);
    removeEventListener('loggia-failed', trouble);
    box.remove();
  }
})();
