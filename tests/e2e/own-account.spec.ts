import { expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { expectCleanEverywhere } from './axe';
import { booksOf } from './books';
import { joinPortal } from './portal-person';
import { mailTo } from './post-office';
import { PASSWORD, registered, signIn } from './sign-up';

test.afterAll(closeConnections);

const linkIn = (text: string, path: string) =>
  new RegExp(`https?://[^\\s]+(/${path}/[\\w-]{43})`).exec(text)?.[1] ?? '';

async function askForAddress(page: Page, email: string): Promise<void> {
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(`A link is on its way to ${email}.`, { exact: false })).toBeVisible();
}

test('an administrator signs in with another address once it is confirmed; a wrong password changes nothing', async ({
  page,
  browser,
}) => {
  const { email: before } = await registered(page);
  const email = `${crypto.randomUUID()}@example.com`;
  await page.goto('/account');
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByLabel('Your password').fill('not the password');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByLabel('Your password')).toHaveAccessibleDescription(/not your password/);
  await expect(page.getByLabel('New e-mail address')).toHaveValue(email);
  await askForAddress(page, email);

  const { text } = await mailTo(email, /Confirm your new e-mail address/);
  // Read on a telephone, where nobody is signed in.
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(linkIn(text, 'new-email'));
  await expect(phone.getByText(before)).toBeVisible();
  await expectCleanEverywhere(phone);
  await phone.getByRole('button', { name: 'Use this address' }).click();
  await expect(phone.getByText(`From now on you sign in with ${email}.`)).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
  await mailTo(before, /Your account was changed/);

  await page.reload();
  await expect(page.getByText(email)).toBeVisible();
  await phone.goto('/sign-in');
  await signIn(phone, email, PASSWORD);
  await expect(phone).toHaveURL('/');
});

test('a customer’s person changes the address in the portal', async ({ page, browser }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const own = await (await browser.newContext()).newPage();
  await joinPortal(own, books, await books.addCustomer('Brightwater Hotels'));
  const email = `${crypto.randomUUID()}@example.com`;
  await own.goto('/portal/account');
  await askForAddress(own, email);
  const { text } = await mailTo(email, /Confirm your new e-mail address/);
  await own.goto(linkIn(text, 'new-email'));
  await own.getByRole('button', { name: 'Use this address' }).click();
  await expect(own.getByText(`From now on you sign in with ${email}.`)).toBeVisible();
  await own.getByRole('link', { name: 'Go on' }).click();
  await expect(own).toHaveURL('/portal');
});

test('a link by mail signs in once, in place of the password', async ({ page, browser }) => {
  const { email } = await registered(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await other.getByRole('link', { name: 'E-mail me a sign-in link' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in by mail' })).toBeVisible();
  await other.getByLabel('E-mail').fill(email);
  await other.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(other.getByText(/a link is on its way/)).toBeVisible();
  const { text } = await mailTo(email, /Your sign-in link/);
  await other.goto(linkIn(text, 'sign-in/link'));
  await expect(other.getByText(`As ${email}, in this browser.`)).toBeVisible();
  await expectCleanEverywhere(other);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL('/');
  await other.goto(linkIn(text, 'sign-in/link'));
  await expect(other.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
});

test('how somebody works is kept for the person, and comes along to another browser', async ({
  page,
  browser,
}) => {
  const { email } = await registered(page);
  await page.goto('/account');
  await page.getByLabel('Begin with').selectOption({ label: 'Worklist' });
  await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Dark' });
  await page.getByLabel('Lines of tables').selectOption({ label: 'Compact' });
  await page.getByLabel('Figures of open pages').selectOption('false');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Only your own screen and mail are changed.', { exact: false })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await signIn(other, email, PASSWORD);
  await expect(other).toHaveURL('/worklist');
  await expect(other.locator('html')).toHaveClass(/\bdark\b/);
  await expect(other.locator('[data-density="compact"][data-live="off"]')).toHaveCount(1);
  await other.goto('/account');
  await expect(other.getByLabel('Lines of tables')).toHaveValue('compact');
});

test('a test mail goes to whoever asks for it, and the page says that the mail server took it', async ({
  page,
}) => {
  const { email } = await registered(page);
  await page.goto('/settings/mail');
  await page.getByLabel('Name that mails come from').fill('Brightwater Books');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: `Send a test to ${email}` }).focus();
  await page.keyboard.press('Enter');
  const outcome = page.getByRole('region', { name: 'Try it out' }).getByRole('status');
  await expect(outcome).toContainText('The mail server took it.', { timeout: 60_000 });
  await expect(outcome).toContainText('The answer: 250');
  const { raw } = await mailTo(email, /A test mail from Brightwater Books/);
  expect(raw).toMatch(/^From: "?Brightwater Books"? </m);
});
