import { type Browser, expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { booksOf } from './books';
import { joinPortal } from './portal-person';
import { openSample } from './sample-people';
import { registered } from './sign-up';

test.afterAll(closeConnections);

/** A business with one customer that owes three invoices, its administrator's page, and its person's on a phone. */
async function portal(staff: Page, browser: Browser) {
  const { business } = await registered(staff);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await books.invoice(customerId, 'A-2', 891_540, 33);
  await books.invoice(customerId, 'A-3', 943_000, -12);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await context.newPage();
  await joinPortal(phone, books, customerId);
  return { business, books, customerId, phone };
}

test('on a phone: two invoices are chosen and paid in part by transfer, and staff confirm it with one press', async ({
  page,
  browser,
}) => {
  const { phone } = await portal(page, browser);
  await page.goto('/payments/ways');
  await page.getByLabel('Bank details').fill('Traders Ltd\nCascade Bank\nAccount 4417');
  await page.getByRole('button', { name: 'Save bank details' }).click();
  await expect(page.getByText('Customers read it when they pay.')).toBeVisible();

  await phone.getByRole('checkbox', { name: /^A-1/ }).tap();
  await phone.getByRole('checkbox', { name: /^A-2/ }).tap();
  await phone.getByRole('button', { name: 'Pay 2 invoices, $21,395.40' }).tap();
  await expect(phone.getByLabel('Amount')).toHaveValue('21,395.40');
  await phone.getByLabel('Amount').fill('15000');
  await expect(phone.getByText('You then still owe $15,825.40.')).toBeVisible();
  await expect(phone.getByText('of 8,915.40')).toBeVisible();
  await phone.getByRole('button', { name: 'Continue with $15,000.00' }).tap();
  await expect(phone.getByRole('heading', { name: 'Send $15,000.00' })).toBeVisible();
  await expect(phone.getByText('Account 4417')).toBeVisible();
  const reference = (await phone.getByText(/^PAY-/).textContent()) ?? '';
  await phone.getByRole('button', { name: 'I have paid' }).tap();
  await expect(phone.getByText(/You told us that it was sent on/)).toBeVisible();
  await phone.getByRole('link', { name: 'Due' }).first().tap();
  await expect(phone.getByText('$15,000.00 on its way')).toBeVisible();

  await page.goto('/payments');
  await page.getByRole('link', { name: 'Confirm what arrived' }).click();
  await expect(page.getByRole('row', { name: new RegExp(reference) })).toContainText('A-1, A-2');
  await page.getByRole('button', { name: 'Record $15,000.00 from Brightwater Hotels' }).click();
  await expect(page.getByText('Recorded $15,000.00 as PMT-00001.')).toBeVisible();
  await expect(page.getByText('No transfer waits to be confirmed')).toBeVisible();

  await phone.getByRole('link', { name: 'History' }).filter({ visible: true }).tap();
  await phone.getByRole('link', { name: /Bank transfer payment/ }).tap();
  const receipt = phone.getByRole('article', { name: 'Receipt PMT-00001' });
  await expect(receipt).toContainText(reference);
  await expect(receipt).toContainText('2,520.00');
  await expect(phone.getByText('You now owe $15,825.40.')).toBeVisible();
  const file = await phone.request.get(
    (await phone.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '',
  );
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('with the keyboard alone an amount is paid without choosing, and given up again', async ({
  page,
  browser,
}) => {
  const { phone } = await portal(page, browser);
  await phone.getByRole('link', { name: 'Pay an amount' }).focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('heading', { name: 'Pay an amount' })).toBeVisible();
  await phone.getByLabel('Amount').focus();
  await phone.keyboard.type('12500');
  await expect(phone.getByText('You then still owe $18,325.40.')).toBeVisible();
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('heading', { name: 'Send $12,500.00' })).toBeVisible();
  await phone.getByRole('button', { name: 'I will not pay this way' }).focus();
  await phone.keyboard.press('Enter');
  await phone.getByRole('button', { name: 'Give it up' }).focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('You gave this payment up.')).toBeVisible();
  await phone.goto('/portal/pay');
  await phone.getByLabel('Amount').fill('nothing');
  await phone.keyboard.press('Enter');
  await expect(phone.getByText(/is not an amount in/)).toBeVisible();
  await phone.goto('/portal');
  await expect(phone.getByText('to be sent')).toHaveCount(0);
});

test('a notice that staff dismiss comes back with their reason', async ({ page, browser }) => {
  const { phone } = await portal(page, browser);
  await phone.getByRole('checkbox', { name: /^A-3/ }).tap();
  await phone.getByRole('button', { name: 'Pay 1 invoice, $9,430.00' }).tap();
  await phone.getByRole('button', { name: 'Continue with $9,430.00' }).tap();
  await phone.getByRole('button', { name: 'I have paid' }).tap();
  await expect(phone.getByText(/You told us that it was sent on/)).toBeVisible();
  await page.goto('/payments/notices');
  await page.getByRole('button', { name: /^Dismiss/ }).click();
  await page.getByLabel('Why').fill('No transfer with this reference arrived.');
  await page.getByRole('button', { name: 'Dismiss the notice' }).click();
  await expect(page.getByText('No transfer waits to be confirmed')).toBeVisible();
  await phone.goto('/portal');
  await phone.getByRole('link', { name: /was not found/ }).tap();
  await expect(phone.getByText(/No transfer with this reference arrived/)).toBeVisible();
});

test('test payments are offered in sample data, labelled, and nowhere else', async ({ page, browser }) => {
  const { phone } = await portal(page, browser);
  await phone.goto('/portal/pay');
  await expect(phone.getByText('Bank transfer, no fee')).toBeVisible();
  await expect(phone.getByText(/Test payment/)).toHaveCount(0);
  const sample = await (await browser.newContext()).newPage();
  await openSample(sample, 'customer');
  await sample.goto('/portal/pay');
  await expect(sample.getByRole('radio', { name: /Test payment, sample data only/ })).toBeVisible();
});

test('a transfer that staff booked before its payer told of it is booked once: they say that it is the same', async ({
  page,
  browser,
}) => {
  const { books, customerId, phone } = await portal(page, browser);
  await books.pay(customerId, 943_000);
  await phone.goto('/portal');
  await phone.getByRole('checkbox', { name: /^A-3/ }).tap();
  await phone.getByRole('button', { name: 'Pay 1 invoice, $9,430.00' }).tap();
  await phone.getByLabel('Amount').fill('9430');
  await phone.getByRole('button', { name: 'Continue with $9,430.00' }).tap();
  await phone.getByRole('button', { name: 'I have paid' }).tap();
  await expect(phone.getByText(/You told us that it was sent on/)).toBeVisible();
  await page.goto('/payments/notices');
  await expect(
    page.getByRole('button', { name: 'Record another $9,430.00 from Brightwater Hotels' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'It is PMT-00001' }).click();
  await expect(page.getByText('It is PMT-00001. Nothing was booked again.').first()).toBeVisible();
  await expect(page.getByText('No transfer waits to be confirmed')).toBeVisible();
  await page.goto('/payments');
  await expect(page.getByRole('link', { name: /^PMT-/ })).toHaveCount(1);
  await phone.goto('/portal/history');
  await expect(phone.getByRole('link', { name: /payment.*\$9,430\.00/ })).toHaveCount(1);
  await phone.goto('/portal');
  await expect(phone.getByText('$21,395.40').first()).toBeVisible();
});
