import { expect, type Locator, type Page } from '@playwright/test';
import type { FreeTime } from './free_time';
import type { Hand } from './hands';

export class ClientHome {
  readonly comingUp: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page, private readonly hand: Hand) {
    this.comingUp = page.getByRole('list', { name: 'Coming up' });
    this.dialog = page.getByRole('dialog');
  }

  async open() {
    await this.page.goto('/my');
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(/^Good (morning|afternoon|evening)/);
  }

  booking(time: FreeTime) {
    return this.comingUp.getByRole('listitem')
      .filter({ hasText: time.service.name })
      .filter({ hasText: `${time.start.toFormat('ccc d')}` })
      .filter({ hasText: `${time.clock} – ${time.end.toFormat('HH:mm')} · ${time.performer.name}` });
  }

  async askToCancel(time: FreeTime) {
    await this.hand.press(this.booking(time).getByRole('button', { name: /^Cancel/ }));
    await expect(this.dialog).toBeVisible();
  }

  async cancel(time: FreeTime) {
    await this.askToCancel(time);
    await this.hand.press(this.dialog.getByRole('button', { name: 'Cancel booking' }));
    await expect(this.dialog).toHaveCount(0);
    await expect(this.booking(time)).toHaveCount(0);
  }
}
