import { expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { closeConnections } from '@/db/client';
import { openDispute } from '@/db/commands/open-dispute';
import { withScope } from '@/db/scope';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { mailsTo } from './post-office';
import { registered } from './sign-up';

test.afterAll(closeConnections);

/** A customer that can be mailed and is late with two invoices, of which one is disputed; and one without an address. */
async function lateBooks(page: Page) {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const address = `${crypto.randomUUID()}@example.com`;
  const customerId = await books.addCustomer('Brightwater Hotels');
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  await owner`update customers set email = ${address} where id = ${customerId}`;
  await owner.end();
  await books.invoice(customerId, 'A-1', 100_000, 8);
  const { documentId } = await books.invoice(customerId, 'A-2', 50_000, 8);
  const { actor, today } = books;
  await withScope(actor, 'write', (tx) =>
    openDispute(tx, actor, { documentId, reason: 'Broken', amountMinor: toMinor(50_000), openedOn: today }),
  );
  await books.invoice(await books.addCustomer('Silent Partners'), 'B-1', 70_000, 8);
  return { customerId, address };
}

test('whom the next run would mail is shown, and whom not and why; nothing is sent by looking', async ({
  page,
}) => {
  const { address } = await lateBooks(page);
  await page.goto('/reminders');
  await expect(page.getByRole('heading', { name: 'Would be mailed now: 1 customer' })).toBeVisible();
  const would = page.getByRole('table', { name: 'Would be mailed' });
  await expect(would.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('1,000.00');
  const not = page.getByRole('table', { name: 'Not sent' });
  await expect(not.getByRole('row', { name: /A-2/ })).toContainText('it is disputed');
  await expect(not.getByRole('row', { name: /Silent Partners/ })).toContainText('no e-mail address');
  await page.goto('/mails');
  await expect(page.getByText('No mail yet')).toBeVisible();
  expect(mailsTo(address)).toEqual([]);
});

test('a reminder by hand is seen before it goes, carries a note, and is taken back within half a minute', async ({
  page,
}) => {
  const { customerId, address } = await lateBooks(page);
  await page.goto(`/customers/${customerId}?remind=1`);
  const dialog = page.getByRole('dialog', { name: 'Remind' });
  const copy = dialog.frameLocator('iframe');
  await expect(dialog.getByText(address)).toBeVisible();
  await expect(copy.getByText('A-1')).toBeVisible();
  await expect(copy.getByText('A-2')).toHaveCount(0);
  await dialog.getByLabel('A note of your own').fill('As we said on the phone.');
  await dialog.getByRole('button', { name: 'Send reminder' }).click();
  await expect(page.getByText(`The reminder goes to ${address} in 30 seconds.`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 mail taken back. Nothing was sent.').first()).toBeVisible();
  await page.goto('/mails?kind=reminder');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByText('Taken back by Ada Admin.').first()).toBeVisible();
  expect(mailsTo(address)).toEqual([]);
});

test('mails are found, narrowed and read, and one that waits is taken back from its page', async ({
  page,
}) => {
  const { customerId, address } = await lateBooks(page);
  await page.goto(`/customers/${customerId}?remind=1`);
  await page.getByRole('button', { name: 'Send reminder' }).click();
  await expect(page.getByText(/^The reminder goes to/).first()).toBeVisible();
  await page.goto('/mails?show=waiting');
  await expect(page.getByRole('row', { name: new RegExp(address) })).toBeVisible();
  await page.goto(`/mails?show=waiting&q=nobody-${address}`);
  await expect(page.getByText('No mail matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show all mails' }).click();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(
    page.getByText('It is written when it goes out, with the figures of that moment.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back by Ada Admin.').first()).toBeVisible();
});

test('every template is seen in every language, as it looks and as plain text, by its address', async ({
  page,
}) => {
  await registered(page);
  await page.goto('/mails/templates');
  const list = page.getByRole('navigation', { name: 'Templates' });
  await list.getByRole('link', { name: 'Last reminder' }).click();
  await expect(page.getByRole('heading', { name: /^Last reminder of \$1,620\.50/ })).toBeVisible();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: /^Letzte Erinnerung an/ })).toBeVisible();
  await expect(page.frameLocator('iframe').getByText('INV-00042')).toBeVisible();
  await page.getByRole('link', { name: 'As plain text' }).click();
  await expect(page.locator('pre')).toContainText('INV-00042');
  await list.getByRole('link', { name: 'Payment receipt' }).click();
  await expect(page.locator('pre')).toContainText('als Ihr Guthaben auf dem Konto');
});

test('receipts are switched off and on again in the settings of mail', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/mail');
  await expect(page.getByLabel('Payment receipts')).toHaveValue('yes');
  await hydrated(page, 'select[name="sendsReceipts"]');
  await page.getByLabel('Payment receipts').selectOption('no');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Payment receipts')).toHaveValue('no');
});
