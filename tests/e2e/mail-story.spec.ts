import { type Browser, expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { closeConnections } from '@/db/client';
import { booksOf } from './books';
import { mailsTo, mailTo } from './post-office';
import { PASSWORD, registered, signIn } from './sign-up';

test.afterAll(closeConnections);

/** Time goes faster than on the wall: what waits for its undo, or for business hours, goes now. */
async function hurry(orgId: string): Promise<void> {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  // A reminder that no run made may go at any hour.
  await owner`update reminders set run_id = null where org_id = ${orgId}`;
  await owner`update mails set send_after = now() where org_id = ${orgId} and state = 'queued'`;
  await owner.end();
}

/** A mail that waits to go, once the clock allows it. */
async function soonTo(orgId: string, address: string, subject: RegExp) {
  await expect
    .poll(
      async () => {
        await hurry(orgId);
        return mailsTo(address).some((mail) => subject.test(mail.subject));
      },
      { message: `a mail to ${address}: ${subject.source}`, timeout: 60_000 },
    )
    .toBe(true);
  return mailTo(address, subject);
}

/** Has the reminder run of the day made now, and waits until it is done. */
async function runReminders(page: Page): Promise<void> {
  await page.goto('/jobs');
  await page.getByRole('button', { name: /^Run now ?: Reminders/ }).click();
  await expect(page.getByText('Reminders: it runs now.')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('table', { name: 'What ran' }).getByRole('row').nth(1)).toContainText('Done');
  }).toPass({ timeout: 60_000 });
}

async function phoneOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  return context.newPage();
}

/** Pays an amount by transfer from the portal, and says that it is on its way. */
async function payByTransfer(phone: Page, amount: string): Promise<void> {
  await phone.goto('/portal/pay');
  await phone.getByLabel('Amount').fill(amount);
  await phone.getByRole('button', { name: /^Continue/ }).tap();
  await phone.getByRole('button', { name: 'I have paid' }).tap();
  await expect(phone.getByText(/You told us that it was sent on/)).toBeVisible();
}

/** Confirms what a customer announced. */
async function confirmTransfer(page: Page, amount: string): Promise<void> {
  await page.goto('/payments/notices');
  await page.getByRole('button', { name: `Record ${amount} from Brightwater Hotels` }).click();
  await expect(page.getByText('No transfer waits to be confirmed')).toBeVisible();
}

test('a customer is invited by mail, sees what is due, pays a part, is reminded of the rest, pays, and closes the account', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { business } = await registered(page);
  const address = `${crypto.randomUUID()}@example.com`;

  await page.goto('/customers/new');
  await page.getByLabel('Name', { exact: true }).fill('Brightwater Hotels');
  await page.getByLabel('E-mail').fill(address);
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page).toHaveURL(/\/customers\/[\w-]{36}$/);
  const customerId = page.url().split('/').at(-1) ?? '';
  const books = await booksOf(business);
  const orgId = books.actor.org.id;
  await books.invoice(customerId, 'A-1', 100_000, 1);
  await page.goto(`/customers/${customerId}/portal`);
  const invite = page.getByRole('region', { name: 'Let somebody in' });
  await invite.getByLabel('Name').fill('Dana Webb');
  await invite.getByLabel('E-mail').fill(address);
  await invite.getByRole('button', { name: 'Send an invitation' }).click();
  await expect(invite.locator('code')).toContainText('/invite/');

  const invitation = await mailTo(address, /^Welcome to /);
  expect(invitation.text).toContain('$1,000.00');
  const link = /https?:\/\/\S+\/invite\/\S+/.exec(invitation.text)?.[0] ?? '';
  const phone = await phoneOf(browser);
  await phone.goto(link);
  await phone.getByLabel('Choose a password').fill(PASSWORD);
  await phone.getByRole('button', { name: /^Join/ }).tap();
  await expect(phone).toHaveURL('/portal');
  await expect(phone.getByText('$1,000.00').first()).toBeVisible();
  await expect(phone.getByText('A-1').first()).toBeVisible();

  await payByTransfer(phone, '400');
  await confirmTransfer(page, '$400.00');
  const receipt = await soonTo(orgId, address, /^Receipt for your payment of \$400\.00/);
  expect(receipt.text).toContain('On your account $600.00 is still open.');
  expect(receipt.raw).toMatch(/filename="?receipt_pmt-00001\.pdf/i);
  await page.goto(`/customers/${customerId}`);
  await expect(page.getByText('$600.00').first()).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('$600');

  await page.goto('/reminders');
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('600.00');
  await runReminders(page);
  const reminder = await soonTo(orgId, address, /\$600\.00/);
  expect(reminder.text).toContain('A-1');
  expect(reminder.text).toContain('1 day late');
  await page.goto('/reminders');
  await expect(page.getByText('Nobody has to be reminded now')).toBeVisible();

  await phone.goto('/portal');
  await expect(phone.getByText('$600.00').first()).toBeVisible();
  await payByTransfer(phone, '600');
  await confirmTransfer(page, '$600.00');
  const last = await soonTo(orgId, address, /^Receipt for your payment of \$600\.00/);
  expect(last.text).toContain('Nothing is open on your account any more.');
  await runReminders(page);
  expect(mailsTo(address).filter((mail) => mail.raw.includes('still open, '))).toHaveLength(0);

  await phone.goto('/portal/account');
  await phone.getByRole('button', { name: 'Close the account…' }).tap();
  await phone.getByRole('button', { name: 'Close the account', exact: true }).tap();
  await expect(phone).toHaveURL('/sign-in');
  const closed = await mailTo(address, /is closed$/);
  expect(closed.text).toContain('Brightwater Hotels');
  expect(closed.text).toContain('Nothing was open when it was closed.');
  await signIn(phone, address, PASSWORD);
  await expect(phone.getByText(/don’t match/)).toBeVisible();
  await hurry(orgId);
  // Of all that came: an invitation, two receipts, one reminder, and the last.
  expect(mailsTo(address)).toHaveLength(5);
  await page.goto('/mails');
  await expect(page.getByRole('row', { name: /is closed/ })).toContainText('Sent');
});
