import { expect, type Page, test } from '@playwright/test';
import { booksOf } from './books';
import { save, titles } from './dashboard-steps';
import { registered } from './sign-up';

/** A dashboard in edit mode with one widget taken away, unsaved. */
async function withoutDso(page: Page): Promise<void> {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Brightwater Hotels'), 'A-1', 10_000, 40);
  await page.goto('/dashboard');
  await page.getByRole('link', { name: 'Edit layout' }).click();
  await page.getByRole('button', { name: 'Remove DSO' }).click();
  await expect(page.getByText('1 unsaved change')).toBeVisible();
}

const left = (page: Page) => page.getByText('1 change to the layout not saved.');
const resumed = (page: Page) => page.getByText('1 change that you did not save before.');

test('unsaved changes of a layout are kept when a link, a key or the browser leads away, and gone on with', async ({
  page,
}) => {
  await withoutDso(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page).toHaveURL('/customers');
  await expect(left(page)).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(resumed(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove DSO' })).toHaveCount(0);

  await page.goBack();
  await expect(page).toHaveURL('/customers');
  await expect(left(page)).toBeVisible();
  await page.goForward();
  await expect(resumed(page)).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL('/invoices');
  await expect(left(page).first()).toBeVisible();
  await page.goto('/dashboard?edit=1');
  await expect(resumed(page)).toBeVisible();
  await save(page);
  await expect.poll(() => titles(page)).not.toContain('DSO');
  await expect(left(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Edit layout' }).click();
  await expect(page.getByText('0 unsaved changes')).toBeVisible();
  await expect(resumed(page)).toHaveCount(0);
});

test('what Cancel throws away comes back by Undo with the key, and is gone without it', async ({ page }) => {
  await withoutDso(page);
  await page.getByRole('link', { name: 'Cancel' }).press('Enter');
  await expect(page.getByText('1 change to the layout thrown away.')).toBeVisible();
  await expect.poll(() => titles(page)).toContain('DSO');
  await page.keyboard.press('z');
  await expect(resumed(page)).toBeVisible();
  await page.getByRole('button', { name: 'Start from what is saved' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove DSO' })).toBeVisible();
  await expect(page.getByText('0 unsaved changes')).toBeVisible();
  await page.getByRole('button', { name: 'Remove DSO' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('1 change to the layout thrown away.')).toBeVisible();
  await page.goto('/dashboard?edit=1');
  await expect(page.getByRole('button', { name: 'Remove DSO' })).toBeVisible();
  await expect(resumed(page)).toHaveCount(0);
});
