import { expect, type Locator, type Page } from '@playwright/test';
import type { DateTime } from 'luxon';
import type { FreeTime } from './free_time';
import type { Hand } from './hands';

export class StaffCalendar {
  readonly heading: Locator;
  readonly detail: Locator;

  constructor(private readonly page: Page, private readonly hand: Hand) {
    this.heading = page.getByRole('heading', { level: 1, name: /^\w+ \d{4}$/ });
    this.detail = page.getByRole('complementary').or(page.getByRole('dialog'));
  }

  /** The week of `day`; phones show that day alone. */
  async open(day: DateTime) {
    await this.page.goto(`/staff/week/${day.toISODate()}`);
    await expect(this.day(day)).toBeVisible();
  }

  day(day: DateTime) {
    return this.page.getByRole('group', { name: day.toFormat('cccc d LLLL') });
  }

  booking(time: FreeTime, client: string) {
    return this.day(time.start)
      .getByRole('button', { name: new RegExp(`${time.service.name}, ${client}.*, ${time.clock} to`) });
  }

  async show(booking: Locator) {
    await this.hand.press(booking);
    await expect(this.detail).toBeVisible();
  }
}
