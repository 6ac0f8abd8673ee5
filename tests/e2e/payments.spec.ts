import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { recordPayment } from '@/db/commands/record-payment';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { registered } from './sign-up';

/** A customer with two invoices of 100.00, and a payment that pays the first; `amount` beyond that stays on the account. */
async function paidBooks(page: Page, amount: number) {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  const { documentId: invoiceId } = await books.invoice(customerId, 'A-1', 10_000, 40);
  await books.invoice(customerId, 'A-2', 10_000, 10);
  const { documentId: paymentId } = await withScope(books.actor, 'write', (tx) =>
    recordPayment(tx, books.actor, {
      customerId,
      receivedOn: addDays(books.today, -3),
      amountMinor: toMinor(amount),
      payment: { method: 'Check', reference: 'CHK 7' },
      apply: [{ invoiceId, amountMinor: toMinor(10_000) }],
      source: 'staff',
    }),
  );
  return { books, customerId, invoiceId, paymentId };
}

test('a payment bounces with a fee: its invoice is open again, and the fee is owed', async ({ page }) => {
  const { paymentId, customerId } = await paidBooks(page, 10_000);
  await page.goto(`/payments/${paymentId}`);
  await page.getByRole('button', { name: 'Reverse…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Reverse PMT-00001, $100.00?' });
  await question.getByLabel('Charge a fee').fill('a lot');
  await question.getByLabel('In words').fill('No funds');
  await question.getByRole('button', { name: 'Reverse $100.00' }).click();
  await expect(question.getByText('“a lot” is not an amount in USD. Write it like 1,250.00.')).toBeVisible();
  await question.getByLabel('Charge a fee').fill('35');
  await question.getByRole('button', { name: 'Reverse $100.00' }).click();
  await expect(page.getByText('Reversed by REV-00001. Its invoices are open again.').first()).toBeVisible();
  await expect(page.getByText('The fee is charged and due at once.').first()).toBeVisible();
  await page.goto(`/customers/${customerId}`);
  await expect(page.getByText('$235.00').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Late fee FEE-00001' }).first()).toBeVisible();
});

test('what is left of a payment is refunded, and the refund taken back with Z', async ({ page }) => {
  const { paymentId } = await paidBooks(page, 16_000);
  await page.goto(`/payments/${paymentId}`);
  await page.getByRole('button', { name: 'Refund…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Refund what is left of PMT-00001?' });
  await expect(question.getByLabel('Amount')).toHaveValue('60.00');
  await question.getByLabel('Amount').fill('61');
  await question.getByLabel('Why?').fill('Paid twice');
  await question.getByRole('button', { name: 'Note the refund' }).click();
  await expect(question.getByText('That is more than PMT-00001 has to refund.')).toBeVisible();
  await question.getByLabel('Amount').fill('20');
  await question.getByRole('button', { name: 'Note the refund' }).click();
  await expect(page.getByText('Refunded $20.00 as RFD-00001.').first()).toBeVisible();
  await expect(page.getByText('$40.00 unapplied')).toBeVisible();
  await expect(question).toBeHidden();
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back by REV-00001.').first()).toBeVisible();
  await expect(page.getByText('$60.00 unapplied')).toBeVisible();
});

test('money goes from one invoice to another', async ({ page }) => {
  const { paymentId, invoiceId } = await paidBooks(page, 10_000);
  await page.goto(`/payments/${paymentId}`);
  await page.getByRole('link', { name: 'Move… $100.00 of A-1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move $100.00' });
  await expect(dialog.getByLabel('How much?')).toHaveValue('100.00');
  await dialog.getByLabel('How much?').fill('30');
  await dialog.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText('Moved $30.00.').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /A-2.*30\.00/ })).toBeVisible();
  await page.goto(`/invoices/${invoiceId}`);
  await expect(
    page.getByRole('complementary', { name: 'This invoice' }).getByText('$30.00').first(),
  ).toBeVisible();
});

test('an invoice is credited and discounted, the rest written off with the keyboard, and recovered', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  const { documentId } = await books.invoice(customerId, 'A-1', 10_000, 40);
  await page.goto(`/invoices/${documentId}`);
  const rail = page.getByRole('complementary', { name: 'This invoice' });
  for (const [button, amount, confirm] of [
    ['Credit…', '30', 'Post the credit memo'],
    ['Discount…', '20', 'Give the discount'],
  ] as const) {
    await rail.getByRole('button', { name: button }).click();
    const question = page.getByRole('alertdialog');
    await question.getByLabel('Amount').fill(amount);
    await question.getByRole('button', { name: confirm }).click();
    await expect(question.getByText('Say why.')).toBeVisible();
    await question.getByLabel('Why?').fill('Agreed');
    await question.getByRole('button', { name: confirm }).click();
    await expect(question).toBeHidden();
  }
  await expect(rail.getByText('$50.00')).toBeVisible();
  await rail.getByRole('button', { name: 'Write off…' }).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Write off what is open of A-1?' });
  await expect(question.getByLabel('Amount')).toHaveValue('50.00');
  await question.getByLabel('Why?').focus();
  await page.keyboard.type('Insolvent');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrote off $50.00 as WO-00001.')).toBeVisible();
  await expect(page.getByText('Written off', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Write-off WO-00001' }).click();
  await page.getByRole('button', { name: 'Recover…' }).click();
  const recover = page.getByRole('alertdialog', { name: 'Recover WO-00001?' });
  await recover.getByLabel('Amount').fill('15');
  await recover.getByRole('button', { name: 'Recover it' }).click();
  await expect(page.getByText('Recovered $15.00. It is owed again.').first()).toBeVisible();
  await page.goto(`/invoices/${documentId}`);
  await expect(rail.getByText('$15.00').first()).toBeVisible();
});

test('the list is narrowed, kept as a view, walked and selected by keys, and taken away', async ({
  page,
}) => {
  const { books, customerId } = await paidBooks(page, 10_000);
  for (const [method, amount] of [
    ['Wire', 25_000],
    ['Wire', 40_000],
  ] as const)
    await withScope(books.actor, 'write', (tx) =>
      recordPayment(tx, books.actor, {
        customerId,
        receivedOn: books.today,
        amountMinor: toMinor(amount),
        payment: { method },
        apply: 'none',
        source: 'staff',
      }),
    );
  await page.goto('/payments');
  await page.getByRole('button', { name: 'Filters' }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByLabel('Method').selectOption('Wire');
  await filters.getByLabel('Amount from, USD').fill('300');
  await filters.getByRole('button', { name: 'Show these' }).click();
  await expect(page).toHaveURL(/method=Wire/);
  const rows = page.getByRole('table', { name: 'Payments' }).locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Total, 1 payment/ })).toContainText('400.00');
  await page.getByRole('link', { name: 'Remove At least $300.00' }).click();
  await expect(rows).toHaveCount(2);

  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill('By wire');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved “By wire”.').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.locator('#main').focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'PMT-00003' })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected, $400.00')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 selected, $650.00')).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('"PMT-00003","Brightwater Hotels"');
  expect(lines[1]).toMatch(/"USD",400\.00,400\.00$/);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'PMT-00003' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/payments\/[0-9a-f-]{36}$/);
});
