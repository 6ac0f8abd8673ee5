import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { registered } from './sign-up';

test('a panel that closes takes the focus from nothing that was gone to meanwhile', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Brightwater Hotels'), 'A-1', 1_248_011, 47);
  await page.goto('/dashboard');
  const explain = page.getByRole('button', { name: /^Explain Owed to you/ });
  const menu = page.getByRole('button', { name: 'Aging: menu' });
  await explain.click();
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(explain).toBeFocused();

  await explain.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => {
    const panel = document.querySelector('[role=dialog]');
    panel?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    document.querySelector<HTMLElement>('[aria-label="Aging: menu"]')?.focus();
  });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(menu).toBeFocused();
});
