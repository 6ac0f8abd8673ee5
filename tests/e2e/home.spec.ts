import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import postgres from 'postgres';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPayment } from '@/db/commands/record-payment';
import { recordPromise } from '@/db/commands/record-promise';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { registered } from './sign-up';

test('a business without invoices is shown the ways in', async ({ page }) => {
  await registered(page);
  await expect(page.getByRole('heading', { name: 'Nothing is open' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Import a CSV/ })).toBeVisible();
  await expect(page.getByText('Next best steps')).toBeHidden();
  await page.getByRole('link', { name: /Connect QuickBooks/ }).click();
  await expect(page.getByRole('heading', { name: 'Books kept elsewhere' })).toBeVisible();
  await page.goto('/jobs');
  await expect(page.getByRole('button', { name: /^Run now ?: Check of the books/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Run now ?: Sync/ })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Connect QuickBooks' })).toBeVisible();
});

test('while nothing is late, home says so and what falls due next', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Alpha'), 'A-1', 50_000, -3);
  await page.goto('/');
  await expect(page.getByText('All $500 owed to you is still inside its terms.')).toBeVisible();
  await page.getByRole('link', { name: 'See what falls due this week' }).click();
  await expect(page.getByRole('row', { name: /^Total, 1 customer/ })).toContainText('500.00');
});

test('home says what to do next and why, and each step leads where it can be done', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor, today } = books;
  const brightwater = await books.addCustomer('Brightwater');
  const halden = await books.addCustomer('Halden');
  const osprey = await books.addCustomer('Osprey');
  await books.invoice(brightwater, 'B-1', 1_248_000, 47);
  await books.invoice(halden, 'H-1', 900_000, -9);
  const { documentId } = await books.invoice(osprey, 'O-1', 320_000, 68);
  await withScope(actor, 'write', async (tx) => {
    await recordPromise(tx, actor, {
      customerId: brightwater,
      currency: actor.org.currency,
      amountMinor: toMinor(1_248_000),
      promisedOn: addDays(today, -9),
      promisedFor: addDays(today, -2),
    });
    await openDispute(tx, actor, { documentId, reason: 'Short-shipped', openedOn: addDays(today, -16) });
    await recordPayment(tx, actor, {
      customerId: halden,
      receivedOn: today,
      amountMinor: toMinor(620_000),
      payment: { method: 'Wire' },
      apply: 'none',
      source: 'staff',
    });
  });
  await page.goto('/');
  const steps = page.getByRole('region', { name: 'Next best steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText('Call Brightwater');
  await expect(steps.nth(0)).toContainText(
    /Their promise of \$12,480\.00 passed on .* and nothing has arrived\./,
  );
  await expect(steps.nth(0)).toContainText('47 days late');
  await expect(steps.nth(1)).toContainText('Halden $6,200.00');
  await expect(steps.nth(2)).toContainText('“Short-shipped”. Open for 16 days.');
  const news = page.getByRole('region', { name: 'Since yesterday' });
  await expect(news.getByRole('listitem').filter({ hasText: 'Halden paid $6,200.00' })).toHaveCount(1);
  await expect(news.getByText('3 invoices posted')).toBeVisible();

  await steps
    .nth(1)
    .getByRole('link', { name: /^Apply/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/customers/${halden}`));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goto('/');
  await steps.nth(2).getByRole('link', { name: /^Open/ }).click();
  await expect(page.getByRole('heading', { name: /O-1/ }).first()).toBeVisible();

  // A figure opens the rows that it is the sum of.
  await page.goto('/');
  await page.getByRole('link', { name: '$15,680', exact: true }).click();
  await expect(page.getByRole('row', { name: /^Total, 2 / })).toContainText('15,680.00');

  await page.goto(`/?asOf=${addDays(today, -30)}`);
  await expect(page.getByText('Next best steps')).toBeHidden();
});

test('when what should arrive cannot be worked out the sentence says so, and the rest of home stands', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor, today } = books;
  const customerId = await books.addCustomer('Brightwater');
  await books.settled(customerId, 'P-1', 20_000, 60);
  const { documentId } = await books.invoice(customerId, 'B-1', 1_248_000, 47);
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  // A promise for no day at all, which no form of ours ever took.
  await owner`insert into promises (id, org_id, customer_id, document_id, currency, amount_minor, promised_on, promised_for)
    values (${randomUUID()}, ${actor.org.id}, ${customerId}, ${documentId}, 'USD', 100, ${today}, 'infinity')`;
  await page.goto('/');
  const sentence = page.getByRole('heading', { name: /^You are owed \$12,480/ });
  await expect(sentence).toContainText('what should arrive could not be worked out.');
  await expect(page.getByRole('region', { name: 'Owed to you, by age' })).toContainText('$12,480');
  for (const name of ['Next best steps', 'Since yesterday', 'Go to'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await owner`delete from promises where org_id = ${actor.org.id}`;
  await owner.end();
  await page.reload();
  await expect(sentence).toContainText('should arrive by');
});

test('g and a letter go to a page from home', async ({ page }) => {
  await registered(page);
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await expect(page).toHaveURL(/\/aging$/, { timeout: 1_000 });
  }).toPass();
});

test('what should come in is one figure on home, on the page behind it and on the dashboard, and adds up to what is owed', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor, today } = books;
  const customerId = await books.addCustomer('Twelve Days');
  for (let week = 1; week <= 9; week += 1) {
    await books.invoice(customerId, `P-${week}`, 20_000, 7 * week + 14);
    await withScope(actor, 'write', (tx) =>
      recordPayment(tx, actor, {
        customerId,
        receivedOn: addDays(today, -7 * week - 2),
        amountMinor: toMinor(20_000),
        payment: { method: 'Wire' },
        apply: 'exact',
        source: 'staff',
      }),
    );
  }
  await books.invoice(customerId, 'OPEN-1', 300_000, 5);
  await page.goto('/');
  const sentence = page.getByRole('heading', { name: /^You are owed \$3,000/ });
  await expect(sentence).toContainText(/about \$2,9\d\d should arrive by/);
  const figure = sentence.getByRole('link').last();
  const amount = (await figure.textContent()) ?? '';
  await figure.click();
  await expect(page.getByRole('heading', { name: 'Cash expected' })).toBeVisible();
  await expect(page.getByText(`${amount} should come in by`)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Open invoices and fees/ })).toContainText('3,000.00');
  await expect(page.getByRole('row', { name: /^OPEN-1/ })).toContainText('usually 12 days late');
  await page.getByRole('link', { name: 'OPEN-1' }).click();
  await expect(page).toHaveURL(/\/invoices\//);
  await page.goto('/dashboard');
  const widget = page.getByRole('region', { name: 'Cash expected', exact: true });
  await expect(widget).toContainText(amount);
});
