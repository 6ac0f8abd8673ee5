import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { booksOf } from './books';
import { CARD_KEYS } from './card-desk';
import { joinPortal } from './portal-person';
import { registered } from './sign-up';

test.afterAll(closeConnections);

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** A business that takes cards, its administrator's page, and a person of a customer that owes two invoices. */
async function cards(staff: Page, browser: Browser) {
  const { business } = await registered(staff);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(customerId, 'A-1', 30_000, 20);
  await books.invoice(customerId, 'A-2', 20_000, 10);
  await staff.goto('/payments/ways');
  await staff.getByLabel('Secret key').fill(CARD_KEYS.secretKey);
  await staff.getByLabel('Signing secret of the webhook').fill(CARD_KEYS.webhookSecret);
  await staff.getByRole('button', { name: 'Take cards' }).click();
  await expect(staff.getByRole('button', { name: 'Change the keys' })).toBeVisible();
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await joinPortal(phone, books, customerId);
  return { books, customerId, phone, context };
}

/** Sets out to pay an amount by card; the page of the card service is shown. */
async function payByCard(phone: Page, amount: string) {
  await phone.goto('/portal/pay');
  await phone.getByLabel('Amount').fill(amount);
  await phone.getByText('Card', { exact: true }).click();
  await phone.getByRole('button', { name: /^Pay/ }).click();
  await expect(phone).toHaveTitle('Checkout');
}

test('on a phone an amount is paid by card on the page of the card service, and staff give a part back to the card', async ({
  page,
  browser,
}) => {
  const { phone } = await cards(page, browser);
  const violations: string[] = [];
  phone.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await payByCard(phone, '400');
  await expect(phone.getByRole('heading', { name: '40000 usd' })).toBeVisible();
  await phone.getByRole('button', { name: 'Pay', exact: true }).tap();
  await expect(phone).toHaveURL(/\/portal\/receipts\//);
  await expect(phone.getByText('You now owe $100.00.')).toBeVisible();
  await phone.goto('/portal');
  await expect(phone.getByRole('checkbox', { name: /^A-2/ })).toBeVisible();
  await expect(phone.getByRole('checkbox', { name: /^A-1/ })).toHaveCount(0);
  expect(violations).toEqual([]);

  await page.goto('/payments');
  await page
    .getByRole('row', { name: /Brightwater Hotels/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Refund to the card…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByLabel('Amount').fill('150');
  await question.getByRole('button', { name: 'Give it back' }).click();
  await expect(question).toHaveCount(0);
  await phone.goto('/portal');
  await expect(phone.getByText('$250.00').first()).toBeVisible();
  // Told of again by the card service, it is not booked again; more than is left is not given back.
  await page.reload();
  await page.getByRole('button', { name: 'Refund to the card…' }).click();
  await expect(page.getByRole('alertdialog').getByLabel('Amount')).toHaveValue('250.00');
  await page.getByRole('alertdialog').getByLabel('Amount').fill('250.01');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
  await expect(page.getByRole('alertdialog').getByText(/250\.00/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('$250.00').first()).toBeVisible();
});

test('who is back before the card service has told of it waits on the page, which then shows the receipt by itself', async ({
  page,
  browser,
}) => {
  const { phone } = await cards(page, browser);
  await payByCard(phone, '500');
  await phone.getByRole('button', { name: 'Pay, news later' }).tap();
  await expect(phone.getByText(/Nothing has been booked yet/)).toBeVisible();
  await expect(phone).toHaveURL(/\/portal\/receipts\//);
  await expect(phone.getByText('You now owe nothing.')).toBeVisible();
});

test('who turns back from the card page has paid nothing, and can pay another way', async ({
  page,
  browser,
}) => {
  const { phone } = await cards(page, browser);
  await payByCard(phone, '500');
  await phone.getByRole('button', { name: 'Cancel' }).tap();
  await expect(phone.getByText(/Nothing has been booked yet/)).toBeVisible();
  await phone.getByRole('button', { name: 'I will not pay this way' }).tap();
  await phone.getByRole('button', { name: 'Give it up' }).tap();
  await expect(phone.getByText('You gave this payment up.')).toBeVisible();
  await phone.goto('/portal');
  await expect(phone.getByText('$500.00').first()).toBeVisible();
});

test('without JavaScript the form leads to the card page too: the policy of the page allows it', async ({
  page,
  browser,
}) => {
  const { books, customerId } = await cards(page, browser);
  const plain = await (await browser.newContext(PHONE)).newPage();
  await joinPortal(plain, books, customerId);
  const state = await plain.context().storageState();
  const phone = await (
    await browser.newContext({ ...PHONE, storageState: state, javaScriptEnabled: false })
  ).newPage();
  await phone.goto('/portal/pay');
  await phone.getByLabel('Amount').fill('500');
  await phone.getByText('Card', { exact: true }).click();
  await phone.getByRole('button', { name: /^Continue/ }).click();
  await expect(phone).toHaveTitle('Checkout');
  await phone.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(phone.getByText('You now owe nothing.')).toBeVisible();
});
