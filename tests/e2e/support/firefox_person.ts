// Somebody in front of Firefox: finds things by role and name, presses them with the mouse, writes with the keyboard.
import type { ElementHandle, Page } from 'puppeteer-core';
import { isTakenOver } from './takeover';

const kinds = {
  button: 'button',
  link: 'a[href]',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  heading: 'h1, h2, h3',
  field: 'input.edit, textarea, select',
  dialog: 'dialog[open]',
};

export type Kind = keyof typeof kinds;

const patience = 30_000;

/** The first of them that is shown and bears the name; runs in the page. */
function search(selector: string, words: string, within: string) {
  // What is only painted, such as an icon, is no part of a name.
  const wordsIn = (node: Element) => {
    const copy = node.cloneNode(true) as Element;
    for (const painted of copy.querySelectorAll('[aria-hidden=true]')) painted.remove();
    return copy.textContent ?? '';
  };
  const nameOf = (node: any) =>
    node.getAttribute('aria-label') ?? wordsIn(node.labels?.[0] ?? node.closest('label') ?? node);
  const isShown = (node: Element) =>
    node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible';
  const root = within ? document.querySelector(within) : document;
  const found = [...(root?.querySelectorAll(selector) ?? [])].filter(
    (node) => isShown(node) && new RegExp(words).test(nameOf(node).trim()),
  );
  return found[0] ?? null;
}

export class Person {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async visit(path: string) {
    await this.page.goto(this.url + path);
    await this.page.waitForFunction(isTakenOver, { timeout: patience });
  }

  /** Waits until it is there. */
  async find(kind: Kind, name: RegExp, within = ''): Promise<ElementHandle<Element>> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      const handle = await this.page.evaluateHandle(search, kinds[kind], name.source, within);
      const element = handle.asElement() as ElementHandle<Element> | null;
      if (element) return element;
      await new Promise((done) => setTimeout(done, 100));
    }
    const words = await this.page.evaluate(() => document.body.innerText.slice(0, 600));
    throw new Error(`Firefox shows no ${kind} ${name} at ${this.page.url()}, but:\n${words}`);
  }

  async press(kind: Kind, name: RegExp, within = '') {
    await (await this.find(kind, name, within)).click();
  }

  async write(name: RegExp, text: string) {
    const field = await this.find('field', name);
    await field.click();
    await field.type(text);
  }

  async isAt(path: RegExp) {
    const deadline = Date.now() + patience;
    while (!path.test(new URL(this.page.url()).pathname)) {
      if (Date.now() > deadline) throw new Error(`${this.page.url()} is not ${path}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
