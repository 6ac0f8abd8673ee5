import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { registered } from './sign-up';

test('a customer that is there twice is found, merged, read on, and the merge taken back', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const older = await books.addCustomer('Brightwater Hotels');
  const newer = await books.addCustomer('Brightwater Hotels, Inc.');
  await books.invoice(newer, 'B-1', 12_500, 40);
  await books.invoice(older, 'A-1', 5_000, -5);
  await page.goto('/customers');
  await page.getByRole('link', { name: 'Find duplicates' }).click();
  const pair = page.getByRole('row', { name: /Brightwater Hotels, Inc\./ });
  await expect(pair).toContainText('125.00');
  await pair.getByRole('link', { name: /^Merge/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge' });
  await expect(dialog.getByLabel('Into')).toHaveValue('Brightwater Hotels');
  await expect(dialog).toContainText('$125.00');
  await dialog.getByRole('button', { name: 'Merge Brightwater Hotels, Inc.' }).click();
  await expect(page.getByText('Merged. 1 open item moved.')).toBeVisible();
  const strip = page.getByRole('region', { name: 'Merged' });
  await expect(strip).toContainText('Merged into Brightwater Hotels on');
  await expect(page.getByText('Nothing is open')).toBeVisible();
  await strip.getByRole('link', { name: 'Brightwater Hotels', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Brightwater Hotels', exact: true }),
  ).toBeVisible();
  await expect(page.getByText('$175.00').first()).toBeVisible();
  await expect(page.getByText('40 days late').filter({ visible: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Brightwater Hotels, Inc.' }).first().click();
  await page.getByRole('button', { name: 'Undo merge…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo merge' }).click();
  await expect(page.getByText('The merge is undone. What was moved is open here again.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'B-1' }).filter({ visible: true }).first()).toBeVisible();
  await page.goto(`/customers/${older}`);
  await expect(page.getByText('$50.00').first()).toBeVisible();
});

test('a customer is merged from its edit page by keyboard alone, and what forbids it is said', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const acme = await books.addCustomer('Acme');
  await books.addCustomer('Acme again');
  await page.goto(`/customers/${acme}/edit`);
  await page.getByRole('link', { name: 'Merge Acme into another…' }).focus();
  await page.keyboard.press('Enter');
  const into = page.getByRole('dialog', { name: 'Merge' }).getByLabel('Into');
  await expect(into).toBeFocused();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Merge Acme' }).focus();
  await page.keyboard.press('Enter');
  await expect(into).toHaveAccessibleDescription(/Choose the customer that goes on/);
  await into.focus();
  await page.keyboard.type('acme ag');
  await expect(page.getByRole('option', { name: 'Acme again' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(into).toHaveValue('Acme again');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Merged. Nothing was open.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Merged' })).toContainText('Acme again');
});
