import { expect, test } from '@playwright/test';
import { recordPromise } from '@/db/commands/record-promise';
import { writeReminder } from '@/db/commands/write-reminder';
import { withScope } from '@/db/scope';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test('a clerk walks through the late invoices by keys, and back to the list as it was narrowed', async ({
  page,
}) => {
  const { business } = await registered(page);
  const { addCustomer, invoice } = await booksOf(business);
  const customerId = await addCustomer('Brightwater Hotels');
  for (const [i, late] of [40, 30, -5, 20].entries()) await invoice(customerId, `A-${i}`, 10_000, late);
  await page.goto('/invoices?show=late');
  await page.getByRole('link', { name: 'A-3' }).click();
  const title = (number: string) =>
    expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
  await title('A-3');
  await hydrated(page, 'main a');
  await expect(page.getByRole('navigation', { name: 'The list' })).toContainText('1 of 3');
  await expect(page.getByRole('link', { name: 'Previous invoice' })).toHaveCount(0);
  await page.keyboard.press('j');
  await title('A-1');
  await page.keyboard.press('j');
  await title('A-0');
  await expect(page.getByRole('navigation', { name: 'The list' })).toContainText('3 of 3');
  await page.keyboard.press('k');
  await title('A-1');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Remind' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'The list' })).toContainText('2 of 3');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Invoices' }).click();
  await expect(page).toHaveURL('/invoices?show=late');
});

test('the pay link is copied for the customer, and asks whoever opens it to sign in', async ({
  page,
  context,
  browser,
}) => {
  const { business } = await registered(page);
  const { addCustomer, invoice } = await booksOf(business);
  const { documentId } = await invoice(await addCustomer('Brightwater Hotels'), 'A-1', 10_000, 40);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/invoices/${documentId}`);
  await page.getByRole('button', { name: 'Copy pay link' }).click();
  await expect(page.getByText('Copied the pay link.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(`/portal/invoices/${documentId}`);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Pay link' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const stranger = await browser.newContext();
  const theirs = await stranger.newPage();
  await theirs.goto(link);
  await expect(theirs).toHaveURL(`/sign-in?next=${encodeURIComponent(`/portal/invoices/${documentId}`)}`);
  await stranger.close();
});

test('the history of an invoice tells who was reminded, what was promised and what came of it', async ({
  page,
}) => {
  const { business } = await registered(page);
  const { actor, addCustomer, invoice } = await booksOf(business);
  const customerId = await addCustomer('Brightwater Hotels');
  const { documentId } = await invoice(customerId, 'A-1', 1_248_000, 40);
  const today = todayIn(actor.org.timeZone);
  await withScope(actor, 'write', async (tx) => {
    const date = addDays(today, -20);
    await writeReminder(tx, actor, { customerId, date, documentIds: [documentId] });
    const days = { promisedOn: addDays(today, -10), promisedFor: addDays(today, -2) };
    const amountMinor = toMinor(1_248_000);
    await recordPromise(tx, actor, { customerId, documentId, currency: 'USD', amountMinor, ...days });
  });
  await page.goto(`/invoices/${documentId}`);
  const history = page.getByRole('list').filter({ hasText: 'Invoice A-1 posted' });
  await expect(history.getByRole('listitem')).toHaveText([
    /^Promise not kept/,
    /^Promised \$12,480\.00 by/,
    /^Reminder 1 sent/,
    /^Invoice A-1 posted/,
  ]);
});
