import { expect, test } from '@playwright/test';
import { SANDBOX_KEY } from '@/scripts/sandbox/server';
import { asTable, save, widget } from './dashboard-steps';
import { registered } from './sign-up';

test('books are connected and read, a row of an unknown customer is put right, and both agree', async ({
  page,
}) => {
  await registered(page);
  await page.goto('/sync');
  await page.getByRole('link', { name: 'Connect QuickBooks' }).click();
  await page.getByLabel('Connection id').fill('small');
  await page.getByLabel('API key').fill('not the key');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'the key is wrong' })).toBeVisible();
  await page.getByLabel('API key').fill(SANDBOX_KEY);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText(/These books follow .*Elsewhere Ltd/)).toBeVisible();
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByText(/answers: Elsewhere Ltd/).first()).toBeVisible();

  const unknown = page.getByRole('link', { name: 'Its customer is not in the other books' });
  await expect(async () => {
    await page.goto('/sync');
    await expect(unknown).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await unknown.click();
  await page.getByLabel('Who that is: name or code').fill('Quay Bakery');
  await page.getByRole('button', { name: 'That is it' }).click();
  await expect(page.getByText('That is Quay Bakery. What waited for it is being booked.')).toBeVisible();
  await expect(async () => {
    await page.goto('/sync');
    await expect(page.getByText(/^Agrees with/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const foot = page.getByRole('complementary', { name: 'Workspace' }).getByRole('link', { name: /^Synced / });
  await expect(foot).toBeVisible();
  await page.getByText(/accounts all agree/).click();
  const totals = page.getByRole('table', { name: 'What is owed by both books' });
  await expect(totals.getByRole('row', { name: /Linden Optik EUR/ })).toContainText('400.00');
  await page.goto('/aging');
  await expect(page.getByRole('link', { name: /^Agrees with .* difference \$0\.00/ })).toBeVisible();

  await page.goto('/dashboard?edit=1');
  await page.getByRole('button', { name: 'Add Sync health' }).click();
  await save(page);
  const health = widget(page, 'Sync health');
  await expect(health).toContainText(/Numbers of .* from (just now|\d+ minutes? ago)\./);
  await expect(health).not.toContainText('The books are kept here');
  await asTable(page, 'Sync health');
  await expect(health.getByRole('row', { name: /^Came to their end/ })).toContainText(/\d+ of \d+ runs?/);

  await page.goto('/settings/connection');
  await page
    .getByRole('button', { name: /^Disconnect/ })
    .first()
    .click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Disconnect/ })
    .click();
  await expect(page.getByText(/^Disconnected from/).first()).toBeVisible();
  await page.goto('/sync');
  await expect(page.getByText('These books follow no others')).toBeVisible();
  await expect(foot).toHaveCount(0);
});
