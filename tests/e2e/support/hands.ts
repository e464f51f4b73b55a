// Ways to do the same thing. A journey is written once and done with any of them.
import { expect, type Locator, type Page } from '@playwright/test';

export interface Hand {
  /** Activates what is meant, or chooses it. */
  press(target: Locator): Promise<void>;
  /** Replaces what a field holds. */
  write(field: Locator, text: string): Promise<void>;
}

export class Mouse implements Hand {
  press = (target: Locator) => target.click();
  write = (field: Locator, text: string) => field.fill(text);
}

export class Finger implements Hand {
  press = (target: Locator) => target.tap();

  async write(field: Locator, text: string) {
    await field.tap();
    await field.fill(text);
  }
}

/** As assistive software, voice control and extensions press: without a pointer, what says that it can be pressed. */
export class Script implements Hand {
  async press(target: Locator) {
    await expect(target).toBeEnabled();
    await target.evaluate((node: HTMLElement) => node.click());
  }

  /** What a field says when something else than a person fills it. */
  write = (field: Locator, text: string) =>
    field.evaluate((node: HTMLInputElement, value) => {
      node.value = value;
      node.dispatchEvent(new Event('input', { bubbles: true }));
      node.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
}

/** As test tools press that know events only. */
export class Dispatch implements Hand {
  async press(target: Locator) {
    await expect(target).toBeEnabled();
    await target.dispatchEvent('click');
  }

  write = (field: Locator, text: string) => field.fill(text);
}

type Step = 'there' | 'forward' | 'back' | 'elsewhere';

/** Where the focus is, seen from the target: on it, before or after it in the same group or grid, or elsewhere. */
function stepTowards(target: Element): Step {
  const focus = document.activeElement;
  if (focus === null || focus === document.body) return 'elsewhere';
  if (focus === target || target.contains(focus)) return 'there';
  const radios = [focus, target].map((node) => node as HTMLInputElement);
  const sameGroup = radios.every(({ type }) => type === 'radio') && radios[0].name === radios[1].name;
  const grid = focus.closest('[role=grid]');
  if (!sameGroup && !grid?.contains(target)) return 'elsewhere';
  return focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'forward' : 'back';
}

/** Tab, arrows, Enter and Space; never the pointer. */
export class Keyboard implements Hand {
  constructor(private readonly page: Page) {}

  async press(target: Locator) {
    await this.reach(target);
    const kind = await target.evaluate((node) => (node as HTMLInputElement).type ?? '');
    await this.page.keyboard.press(['radio', 'checkbox'].includes(kind) ? 'Space' : 'Enter');
  }

  async write(field: Locator, text: string) {
    await this.reach(field);
    const kind = await field.evaluate((node) => (node as HTMLInputElement).type);
    // A date is typed part by part, in the order of the locale: day, month, year.
    await this.page.keyboard.type(kind === 'date' ? text.split('-').reverse().join('') : text);
  }

  private async reach(target: Locator) {
    await expect(target).toBeVisible();
    const keys: Record<Step, string> = { there: '', forward: 'ArrowRight', back: 'ArrowLeft', elsewhere: 'Tab' };
    for (let presses = 0; presses < 150; presses++) {
      const step = await target.evaluate(stepTowards);
      if (step === 'there') return;
      await this.page.keyboard.press(keys[step]);
    }
    throw new Error(`150 keys did not lead to ${target}`);
  }
}
