import { type Browser, expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { inviteUser } from '@/db/commands/invite-user';
import { withScope } from '@/db/scope';
import { textOfPages } from '../pdf-text';
import { expectCleanEverywhere } from './axe';
import { booksOf } from './books';
import { joinPortal } from './portal-person';
import { PASSWORD, registered } from './sign-up';

test.afterAll(closeConnections);

async function portal(staff: Page, browser: Browser) {
  const { business } = await registered(staff);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await context.newPage();
  const { email } = await joinPortal(phone, books, customerId);
  return { business, books, customerId, phone, email };
}

test('on a phone: something wrong is told, a date promised, and staff see both', async ({
  page,
  browser,
}) => {
  const { books, customerId, phone } = await portal(page, browser);
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await books.invoice(customerId, 'A-2', 891_540, 33);
  await phone.goto('/portal');
  await phone.getByRole('link', { name: 'View A-1' }).tap();
  await phone.getByRole('link', { name: 'Tell us' }).tap();
  await phone.getByRole('button', { name: 'Tell them' }).tap();
  await expect(phone.getByText('Choose what is wrong.')).toBeVisible();
  await phone.getByText('The amount is wrong').tap();
  await phone.getByLabel('How much of it?').fill('2,000');
  await phone.getByLabel('In your words').fill('Two of three arrived.');
  await phone.getByRole('button', { name: 'Tell them' }).tap();
  await expect(phone.getByText(/is told, and does not remind you/)).toBeVisible();
  await expect(phone.getByText('Disputed $2,000.00')).toBeVisible();

  await phone.goto('/portal');
  await phone.getByRole('checkbox', { name: /^A-2/ }).tap();
  await phone.getByRole('button', { name: 'Pay 1 invoice, $8,915.40' }).tap();
  await phone.getByRole('link', { name: /Promise a date/ }).tap();
  await expect(phone.getByText('For A-2.')).toBeVisible();
  await phone.getByLabel('You will pay by').fill('2031-01-01');
  await phone.getByRole('button', { name: 'Promise', exact: true }).tap();
  await expect(phone.getByText(/Choose a day up to/)).toBeVisible();
  await phone.getByLabel('You will pay by').fill('+10');
  await phone.getByRole('button', { name: 'Promise', exact: true }).tap();
  await expect(phone.getByText(/knows that you pay \$8,915.40 by/)).toBeVisible();

  await page.goto(`/customers/${customerId}`);
  await expect(page.getByText(/Two of three arrived/).first()).toBeVisible();
  await expect(
    page
      .getByText(/promise/i)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('a statement shows what happened, and its file is a PDF', async ({ page, browser }) => {
  const { books, customerId, phone } = await portal(page, browser);
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await phone.goto('/portal/history');
  await phone.getByRole('link', { name: 'Statement' }).tap();
  await expect(phone.getByRole('row', { name: /Invoice A-1/ })).toContainText('12,480.00');
  await expect(phone.getByText('How to pay')).toHaveCount(0);
  await books.payTo('First Bank\nIBAN DE02 1203 0000');
  await phone.reload();
  await expect(phone.getByText('IBAN DE02 1203 0000')).toBeVisible();
  await expect(phone.getByText('Please quote the invoice numbers that you pay.')).toBeVisible();
  await expectCleanEverywhere(phone);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.getByRole('link', { name: '3 months' }).tap();
  await expect(phone.getByRole('row', { name: /Opening balance/ })).toContainText('0.00');
  await expect(phone.getByRole('row', { name: /Closing balance/ })).toContainText('12,480.00');
  await expect(phone.getByText('IBAN DE02 1203 0000')).toBeVisible();
  const file = await phone.request.get(
    (await phone.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '',
  );
  const text = (await textOfPages(await file.body())).join(' ');
  expect(text).toContain('IBAN DE02 1203 0000');
  expect(text).toContain('Please quote the invoice numbers that you pay.');
});

test('a colleague is let in by a link and taken out again, with the keyboard alone', async ({
  page,
  browser,
}) => {
  const { phone } = await portal(page, browser);
  await phone.goto('/portal/account');
  await phone.getByLabel('Name of a colleague').focus();
  await phone.keyboard.type('Cleo Marsh');
  await phone.keyboard.press('Tab');
  await phone.keyboard.type(`${crypto.randomUUID()}@example.com`);
  await phone.keyboard.press('Enter');
  const link = (await phone.locator('code').textContent()) ?? '';
  const colleague = await (await browser.newContext()).newPage();
  await colleague.goto(link);
  await colleague.getByLabel('Choose a password').fill(PASSWORD);
  await colleague.getByRole('button', { name: /^Join/ }).click();
  await expect(colleague).toHaveURL('/portal');
  await colleague.goto('/portal/account');
  await expect(colleague.getByRole('button', { name: 'Make a link for them' })).toHaveCount(0);
  await phone.goto('/portal/account');
  await phone.getByRole('button', { name: 'Remove Cleo Marsh' }).focus();
  await phone.keyboard.press('Enter');
  await phone.getByRole('button', { name: 'Take it away' }).focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('Cleo Marsh cannot sign in here any more.')).toBeVisible();
  await colleague.goto('/portal');
  await expect(colleague).toHaveURL(/\/sign-in/);
});

test('an account that owes nothing is closed, and opens to nobody any more', async ({ page, browser }) => {
  const { phone, customerId, email } = await portal(page, browser);
  await phone.goto('/portal/account');
  await phone.getByRole('button', { name: 'Close the account…' }).tap();
  await phone.getByRole('button', { name: 'Close the account', exact: true }).tap();
  await expect(phone).toHaveURL('/sign-in');
  await phone.getByLabel('E-mail').fill(email);
  await phone.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await phone.getByRole('button', { name: 'Sign in' }).tap();
  await expect(phone.getByText(/don’t match/)).toBeVisible();
  await page.goto(`/customers/${customerId}`);
  await expect(page.getByText('Archived').first()).toBeVisible();
  await expect(page.getByText(/closed the account/i).first()).toBeVisible();
});

test('staff let somebody in, and see what the customer sees without changing it', async ({
  page,
  browser,
}) => {
  const { books, customerId } = await portal(page, browser);
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await page.goto(`/customers/${customerId}`);
  await page.getByRole('link', { name: 'Who can sign in' }).click();
  await expect(page).toHaveURL(`/customers/${customerId}/portal`);
  await expect(page.getByRole('main').getByText('Dana Webb', { exact: true }).first()).toBeVisible();
  const form = page.getByRole('region', { name: 'Let somebody in' });
  await form.getByLabel('Name').fill('Lee Park');
  await form.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`);
  await form.getByRole('button', { name: 'Send an invitation' }).click();
  await expect(form.locator('code')).toContainText('/invite/');
  await page.reload();
  const invited = page.getByRole('region', { name: 'Invited, not here yet' });
  await expect(invited.getByText('Lee Park', { exact: false }).first()).toBeVisible();
  await expect(invited.getByRole('button', { name: 'Make a new link for Lee Park' })).toBeVisible();
  await invited.getByRole('button', { name: 'Withdraw the invitation of Lee Park' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(invited).toBeHidden();

  await page.getByRole('button', { name: 'See what they see' }).click();
  await expect(page).toHaveURL('/portal');
  await expect(
    page.getByText('You see what Brightwater Hotels sees. Nothing can be changed here.'),
  ).toBeVisible();
  await expect(page.getByText('$12,480.00').first()).toBeVisible();
  await page.goto('/portal/pay');
  await page.getByLabel('Amount').fill('100');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByText('Only people of the customer can do this. Nothing was sent.')).toBeVisible();
  await page.goto('/customers');
  await expect(page).toHaveURL('/customers');
  await page.goto('/portal/account');
  await page.getByRole('button', { name: 'Stop looking' }).click();
  await expect(page).toHaveURL(`/customers/${customerId}/portal`);
  await page.goto('/portal');
  await expect(page).toHaveURL('/');
});

test('a person of two customers of one business goes from one to the other, and sees each by itself', async ({
  page,
  browser,
}) => {
  const { books, customerId, phone, email } = await portal(page, browser);
  await books.invoice(customerId, 'A-1', 10_000, 5);
  const secondId = await books.addCustomer('Cedar Row');
  await books.invoice(secondId, 'B-1', 25_000, 5);
  const { token } = await withScope(books.actor, 'write', (tx) =>
    inviteUser(tx, books.actor, { email, name: 'Dana Webb', role: 'customer', customerId: secondId }),
  );
  await phone.goto(`/invite/${token}`);
  await phone.getByLabel('Your password').fill(PASSWORD);
  await phone.getByRole('button', { name: /^Join/ }).tap();
  await expect(phone).toHaveURL('/portal');
  // Whoever was just invited sees what for.
  await expect(phone.getByText('Cedar Row owes').first()).toBeVisible();
  await expect(phone.getByRole('checkbox', { name: /^A-1/ })).toHaveCount(0);
  await phone.goto('/portal/account');
  await phone.getByRole('button', { name: 'Go to Brightwater Hotels' }).tap();
  await expect(phone.getByText('Brightwater Hotels owes').first()).toBeVisible();
  await expect(phone.getByRole('checkbox', { name: /^A-1/ })).toBeVisible();
  await expect(phone.getByRole('checkbox', { name: /^B-1/ })).toHaveCount(0);
  await phone.goto('/portal/account');
  await phone.getByRole('button', { name: 'Go to Cedar Row' }).tap();
  await expect(phone.getByRole('checkbox', { name: /^B-1/ })).toBeVisible();
});

test('unpaid invoices are fetched in one PDF, until nothing is unpaid', async ({ page, browser }) => {
  const { books, customerId, phone } = await portal(page, browser);
  await phone.goto('/portal/history');
  await phone.getByRole('link', { name: 'Unpaid invoices' }).tap();
  await expect(phone.getByText('Nothing is unpaid, so there is no invoice to fetch.').first()).toBeVisible();
  await books.invoice(customerId, 'A-1', 10_000, 5);
  await books.invoice(customerId, 'A-2', 20_000, -5);
  const file = await phone.request.get('/exports/account-invoices');
  expect(file.headers()['content-type']).toBe('application/pdf');
  const pages = (await file.body()).toString('latin1').match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(2);
});
