import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { registered } from './sign-up';

test('until the chart library has come, simpler drawings of the same figures stand in its place', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Brightwater Hotels'), 'A-1', 1_248_011, 47);
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/dashboard');
  const line = page.getByRole('region', { name: 'DSO', exact: true }).locator('polyline').last();
  await expect(line).toHaveAttribute('points', /\d,\d/);
  await expect(
    page.getByRole('region', { name: 'Cash expected', exact: true }).locator('svg line'),
  ).not.toHaveCount(0);
  await expect(page.locator('.recharts-surface')).toHaveCount(0);
});
