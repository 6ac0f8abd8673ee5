import { expect, test } from '@playwright/test';
import { addDays } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test('an invoice repeats from scratch: its dates show while it is typed, the 31st stays the 31st', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Whitlock Family');
  await page.goto('/recurring');
  await page.getByRole('link', { name: 'Begin a recurring invoice' }).click();
  await page.goto(`/recurring/new?customer=${customerId}`);
  await hydrated(page, 'main form');
  await page.getByLabel('First invoice on', { exact: true }).fill('31 Jan 2030');
  const dates = page.getByRole('list', { name: 'Next dates' });
  await expect(dates.getByRole('listitem')).toHaveText([
    /31 Jan/,
    /28 Feb/,
    /31 Mar/,
    /30 Apr/,
    /31 May/,
    /30 Jun/,
  ]);
  await page.getByLabel('How often').selectOption('quarter');
  await expect(dates.getByRole('listitem').nth(1)).toHaveText(/30 Apr/);
  await page.getByLabel('How often').selectOption('month');
  await page.getByLabel('Last day').fill('1 Apr 2030');
  await expect(dates.getByRole('listitem')).toHaveCount(3);
  await page.getByLabel('Item, line 1').fill('School fee');
  await page.getByLabel('Price, line 1').fill('450');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('It repeats from 31 Jan 2030 on.')).toBeVisible();
  await expect(page.getByText('Every month on the 31st, or the last day.')).toBeVisible();
  await page.goto('/recurring');
  const row = page.getByRole('row', { name: /Whitlock Family/ });
  await expect(row).toContainText('450.00');
  await expect(row).toContainText('Runs');
});

test('one made from an invoice is paused, resumed and ended', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Acme');
  const { documentId } = await books.invoice(customerId, 'A-1', 12_000, 0);
  await page.goto(`/recurring/new?invoice=${documentId}`);
  await hydrated(page, 'main form');
  await expect(page.getByLabel('Item, line 1')).toHaveValue('Goods');
  await page.getByLabel('How often').selectOption('week');
  await page.getByLabel('First invoice on', { exact: true }).fill(formatDay(addDays(books.today, 10)));
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText(/It repeats from/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause…' }).click();
  await page.getByLabel('From', { exact: true }).fill('-5');
  await page.getByRole('button', { name: 'Pause it' }).click();
  await expect(page.getByText(/^Paused from .* on\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Resume…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let it run again' });
  await expect(dialog).toContainText('The pause kept nothing back.');
  await dialog.getByRole('button', { name: 'Let it run again' }).click();
  await expect(page.getByText('It runs again.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End…' }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText(/Its last day is/)).toBeVisible();
});

test('what a pause kept back is passed over when it runs again', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const recurringId = await books.pausedWeekly(await books.addCustomer('Acme'));
  await page.goto(`/recurring/${recurringId}`);
  const dialog = page.getByRole('dialog', { name: 'Let it run again' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Resume…' }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(dialog).toContainText('kept 1 date back');
  await dialog.getByRole('radio', { name: 'Pass over them' }).check();
  await dialog.getByRole('button', { name: 'Let it run again' }).click();
  await expect(page.getByText('It runs again. 1 date passed over.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'What it billed' })).toContainText('passed over');
});
