import { expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { closeConnections } from '@/db/client';
import { openDispute } from '@/db/commands/open-dispute';
import { withScope } from '@/db/scope';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { mailsTo, mailTo } from './post-office';
import { registered } from './sign-up';

test.afterAll(closeConnections);

/** Three late customers that can be mailed, one without an address, and one whose only late invoice is disputed. */
async function lateBooks(page: Page) {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor, today } = books;
  const addressOf = new Map<string, string>();
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  const add = async (name: string, number: string, amount: number) => {
    const id = await books.addCustomer(name);
    addressOf.set(name, `${crypto.randomUUID()}@example.com`);
    await owner`update customers set email = ${addressOf.get(name) ?? ''} where id = ${id}`;
    return { id, ...(await books.invoice(id, number, amount, 8)) };
  };
  await add('Brightwater Hotels', 'A-1', 100_000);
  await add('Cedar Row', 'B-1', 50_000);
  await add('Dover Mills', 'C-1', 25_000);
  const { documentId } = await add('Eastgate', 'D-1', 12_500);
  await owner.end();
  await withScope(actor, 'write', (tx) =>
    openDispute(tx, actor, { documentId, reason: 'Broken', amountMinor: toMinor(12_500), openedOn: today }),
  );
  await books.invoice(await books.addCustomer('Silent Partners'), 'S-1', 70_000, 8);
  return { addressOf };
}

test('by keyboard alone, late customers are selected in the list, looked at, one left out, the others reminded, and how far the mails are is shown', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { addressOf } = await lateBooks(page);
  await page.goto('/customers?show=late');
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('[data-row] :focus')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('x');
  for (let row = 1; row < 5; row += 1) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText(/^5 selected/)).toBeVisible();
  await page.keyboard.press('r');

  await expect(page.getByRole('heading', { level: 1, name: 'Remind' })).toBeVisible();
  const would = page.getByRole('table', { name: 'To be reminded' });
  await expect(would.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('First reminder');
  await expect(would.getByRole('row', { name: /Brightwater Hotels/ })).toContainText(
    addressOf.get('Brightwater Hotels') ?? '',
  );
  const not = page.getByRole('table', { name: 'Not sent' });
  await expect(not.getByRole('row', { name: /Eastgate/ })).toContainText('it is disputed');
  await expect(not.getByRole('row', { name: /Silent Partners/ })).toContainText('no e-mail address');
  await would.getByRole('link', { name: /Cedar Row/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Reminder' });
  await expect(dialog.frameLocator('iframe').getByText('B-1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Remind Dover Mills' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('A note of your own').focus();
  await page.keyboard.type('As we said at the fair.');
  await page.getByRole('button', { name: 'Remind 2 customers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 reminders go out in 30 seconds.').first()).toBeVisible();
  await expect(page.getByText('2 mails put into the outbox together: 2 wait.')).toBeVisible();
  await expect(page.getByText('2 mails put into the outbox together: 2 sent.')).toBeVisible({
    timeout: 90_000,
  });
  const mail = await mailTo(addressOf.get('Cedar Row') ?? '', /A reminder of \$500\.00/);
  expect(mail.text).toContain('As we said at the fair.');
  expect(mailsTo(addressOf.get('Dover Mills') ?? '')).toEqual([]);
  expect(mailsTo(addressOf.get('Eastgate') ?? '')).toEqual([]);

  await page.goto('/customers?show=late');
  await page.getByRole('checkbox', { name: 'Select these rows' }).check();
  await page.getByRole('link', { name: 'Remind', exact: true }).click();
  await expect(not.getByRole('row', { name: /Cedar Row/ })).toContainText('got a message today');
  await expect(would.getByRole('row')).toHaveCount(2);
});

test('chosen invoices are reminded of in one press, and all are taken back from the toast', async ({
  page,
}) => {
  const { addressOf } = await lateBooks(page);
  await page.goto('/invoices');
  await page.getByRole('row', { name: /A-1/ }).getByRole('checkbox').check();
  await page.getByRole('row', { name: /C-1/ }).getByRole('checkbox').check();
  await page.getByRole('link', { name: 'Remind', exact: true }).click();
  await page.getByRole('button', { name: 'Remind 2 customers' }).click();
  await expect(page.getByText('2 reminders go out in 30 seconds.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 mails taken back. Nothing was sent.').first()).toBeVisible();
  await expect(
    page.getByText('2 mails put into the outbox together: 2 taken back or not needed.'),
  ).toBeVisible();
  expect(mailsTo(addressOf.get('Brightwater Hotels') ?? '')).toEqual([]);
});

test('from the aging report everybody late on the page is reminded, on this day alone', async ({ page }) => {
  await lateBooks(page);
  await page.goto('/aging');
  await page.getByRole('link', { name: 'Remind 5' }).click();
  await expect(page.getByRole('button', { name: 'Remind 3 customers' })).toBeVisible();
  await page.goto('/aging?asOf=2026-01-31');
  await expect(page.getByRole('heading', { name: 'Aging report' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Remind \d/ })).toHaveCount(0);
});
