// Debian's Firefox, driven over WebDriver BiDi: with a canvas under Xvfb and Mesa, or headless, where it has no WebGL.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

export const executable =
  process.env.LOGGIA_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** A screen nobody sees. */
class Screen {
  private constructor(
    private readonly process: ChildProcess,
    readonly display: string,
  ) {}

  static async open() {
    const size = ['-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-displayfd', '3'];
    const child = spawn('Xvfb', size, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const display = await new Promise<string>((done, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
      child.stdio[3]!.once('data', (bytes) => done(`:${String(bytes).trim()}`));
    });
    return new Screen(child, display);
  }

  close() {
    this.process.removeAllListeners('exit');
    this.process.kill();
  }
}

export type Firefox = { browser: Browser; close: () => Promise<void> };

export async function launchFirefox(canvas: 'drawn' | 'absent'): Promise<Firefox> {
  const screen = canvas === 'drawn' ? await Screen.open() : null;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: screen === null,
    env: { ...process.env, ...(screen && { DISPLAY: screen.display, MOZ_ENABLE_WAYLAND: '0' }) },
    extraPrefsFirefox: {
      'webgl.force-enabled': canvas === 'drawn',
      'webgl.disabled': canvas === 'absent',
      'intl.accept_languages': 'en-GB',
    },
    defaultViewport: { width: 1280, height: 860 },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      screen?.close();
    },
  };
}
