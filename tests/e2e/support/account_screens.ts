// Coming in and going out.
import { expect, type Locator, type Page } from '@playwright/test';
import { password } from './accounts';
import type { Hand } from './hands';

export class Account {
  readonly email: Locator;

  constructor(private readonly page: Page, private readonly hand: Hand) {
    this.email = page.getByLabel('Email');
  }

  /** On the sign-in screen. */
  async signIn(email: string, secret = password) {
    await this.hand.write(this.email, email);
    await this.hand.write(this.page.getByLabel('Password', { exact: true }), secret);
    await this.hand.press(this.page.getByRole('main').getByRole('button', { name: 'Sign in' }));
  }

  async signOut() {
    await this.hand.press(this.page.getByRole('button', { name: 'Sign out' }));
    await expect(this.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  }
}
