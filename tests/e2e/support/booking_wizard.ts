// The way from the services to a booking, in the words that stand on its screens.
import { expect, type Locator, type Page } from '@playwright/test';
import type { newcomer } from './accounts';
import type { FreeTime } from './free_time';
import type { Hand } from './hands';

export type Newcomer = ReturnType<typeof newcomer>;

export class BookingWizard {
  readonly detailsHeading: Locator;
  readonly bookedHeading: Locator;
  readonly freeTimes: Locator;

  constructor(private readonly page: Page, private readonly hand: Hand) {
    this.detailsHeading = page.getByText('Your details', { exact: true });
    this.bookedHeading = page.getByRole('heading', { level: 1, name: 'You are booked' });
    this.freeTimes = page.getByRole('region', { name: 'Free times' });
  }

  async open() {
    await this.page.goto('/');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Book a visit' })).toBeVisible();
  }

  /** A tile beside the calendar, or a link to it where there is no room for both. */
  service(name: string) {
    const words = new RegExp(`^${name}`);
    return this.page.getByRole('radio', { name: words }).or(this.page.getByRole('link', { name: words }));
  }

  performer(name: string) {
    return this.page.getByRole('radio', { name });
  }

  day(time: FreeTime) {
    return this.page.getByRole('grid').getByRole('button', { name: new RegExp(`^${time.day}`) });
  }

  time(time: FreeTime) {
    return this.page.getByRole('button', { name: time.clock });
  }

  /** Service, performer and day, so that the times of the day can be seen. */
  async look(time: FreeTime) {
    await this.hand.press(this.service(time.service.name));
    const performer = this.performer(time.performer.name);
    await expect(this.page.getByRole('grid')).toBeVisible();
    if (await performer.count()) await this.hand.press(performer);
    while (!(await this.showsMonth(time))) await this.hand.press(this.page.getByRole('button', { name: 'Next month' }));
    await this.hand.press(this.day(time));
    await expect(this.time(time)).toBeVisible();
  }

  async choose(time: FreeTime) {
    await this.look(time);
    await this.hand.press(this.time(time));
  }

  /** On to the details; the time is held from now on. */
  async proceed() {
    await this.pressContinue();
    await expect(this.page.getByText(/^Held for you/)).toBeVisible();
  }

  async pressContinue() {
    await this.hand.press(this.page.getByRole('link', { name: 'Continue' }));
    await expect(this.detailsHeading).toBeVisible();
  }

  async introduce(person: Newcomer) {
    await this.hand.write(this.page.getByLabel('Full name'), person.name);
    await this.hand.write(this.page.getByLabel('Email'), person.email);
    await this.hand.write(this.page.getByLabel('Phone'), person.phone);
    await this.hand.write(this.page.getByLabel('Choose a password'), person.password);
  }

  async chooseFor(name: string) {
    await this.hand.press(this.page.getByRole('radio', { name: new RegExp(`^${name}`) }));
  }

  async chooseChild(name: string, born: string) {
    await this.chooseFor('My child');
    await this.hand.write(this.page.getByLabel('Their name'), name);
    await this.hand.write(this.page.getByLabel('Date of birth'), born);
  }

  async agree() {
    await this.hand.press(this.page.getByRole('checkbox', { name: /^I agree/ }));
  }

  get bookButton() {
    return this.page.getByRole('button', { name: /^Book / });
  }

  async confirm() {
    await this.agree();
    await this.hand.press(this.bookButton);
    await expect(this.bookedHeading).toBeVisible();
  }

  private async showsMonth(time: FreeTime) {
    return (await this.page.getByRole('grid', { name: time.month }).count()) > 0;
  }
}
