import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import postgres from 'postgres';

/** Everybody's password in these tests. */
export const PASSWORD = 'violet ledger harbour';

/** Registers a new business in the browser and answers who its first admin is; the page then shows its home. */
export async function registered(page: Page): Promise<{ email: string; business: string }> {
  await forgetRegistrations();
  const email = `${randomUUID()}@example.com`;
  const business = `Traders ${email.slice(0, 8)}`;
  await fillRegistration(page, { email, business });
  await expect(page).toHaveURL('/');
  return { email, business };
}

/** More register from this address in an hour than may: each test counts as the first. */
async function forgetRegistrations(): Promise<void> {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  await owner`delete from sign_in_attempts where key like 'register:%'`;
  await owner.end();
}

/** Fills the registration and sends it. */
export async function fillRegistration(
  page: Page,
  typed: { email: string; business: string },
): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Ada Admin');
  await page.getByLabel('E-mail').fill(typed.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Name of the business').fill(typed.business);
  await page.getByRole('button', { name: 'Create business' }).click();
}

/** Fills the sign-in form and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
