import { expect, type Page, test } from '@playwright/test';
import { booksOf } from './books';
import { stepRight } from './dashboard-steps';
import { registered } from './sign-up';

/** A business with one late invoice. */
async function invoiced(page: Page): Promise<void> {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Brightwater Hotels'), 'A-1', 10_000, 40);
}

test('a handle that keys moved is in sight below the header, whether put back or dropped', async ({
  page,
}) => {
  await invoiced(page);
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto('/dashboard');
  await page.getByRole('link', { name: 'Edit layout' }).click();
  const grip = page.getByRole('button', { name: 'Move Aging', exact: true });
  for (const key of ['Escape', 'Space']) {
    await grip.focus();
    await page.keyboard.press('Space');
    await expect(grip).toHaveAttribute('aria-pressed', 'true');
    await stepRight(page, 'Aging would go to row 2, position 2 of 2.');
    await stepRight(page, 'Aging would go to row 3, position 1 of 2.');
    await page.keyboard.press(key);
    await expect(grip).not.toHaveAttribute('aria-pressed', 'true');
    await expect(grip).toBeFocused();
    await expect
      .poll(() => grip.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThanOrEqual(60);
    await expect(grip).toBeInViewport({ ratio: 1 });
  }
});

test('arranging begins on Save, and ends on Edit layout', async ({ page }) => {
  await invoiced(page);
  await page.goto('/dashboard');
  const open = page.getByRole('link', { name: 'Edit layout' });
  const saving = page.getByRole('button', { name: 'Save layout' });
  await open.press('Enter');
  await expect(saving).toBeFocused();
  await page.getByRole('link', { name: 'Cancel' }).press('Enter');
  await expect(open).toBeFocused();
  await open.press('Enter');
  await expect(saving).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(open).toBeFocused();
});
