import { expect, test } from '@playwright/test';
import { openSample } from './sample-people';

test('a person of a customer sees its dues, a document and its history, and no page of the staff', async ({
  page,
}) => {
  await openSample(page, 'customer');
  await expect(page).toHaveURL('/portal');
  await expect(page).toHaveTitle('Due, Alder & Finch');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/owes\s*\$[\d,]+\.\d\d/);

  const first = page.getByRole('link', { name: /View INV-/ }).first();
  const number = ((await first.textContent()) ?? '').replace(/.*View /, '');
  await first.click();
  await expect(page.getByRole('article', { name: `Invoice ${number}` })).toBeVisible();
  await expect(page).toHaveTitle(`${number}, Alder & Finch`);

  await page.getByRole('link', { name: 'History' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await expect(page.getByText(/payment$/).first()).toBeVisible();

  await page.getByRole('link', { name: 'Account' }).first().click();
  await expect(page.getByRole('button', { name: 'Change password' })).toBeVisible();

  for (const path of [
    '/',
    '/customers',
    '/invoices',
    '/payments',
    '/settings',
    '/customers/new',
    '/invoices/new',
  ]) {
    await page.goto(path);
    await expect(page).toHaveURL('/portal');
  }
  await page.goto('/portal/invoices/0197a1b2-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test("another customer's document is not there", async ({ page, browser }) => {
  const staff = await (await browser.newContext()).newPage();
  await openSample(staff, 'manager');
  await openSample(page, 'customer');
  const own = (await page.getByRole('heading', { level: 1 }).textContent())?.split(/ (?:owes|has)/)[0] ?? '';
  await staff.goto('/invoices?show=owed');
  const foreign = staff
    .getByRole('row')
    .filter({ hasNotText: own })
    .getByRole('link', { name: /^INV-/ })
    .first();
  const id = (await foreign.getAttribute('href'))?.split('/').at(-1);
  await page.goto(`/portal/invoices/${id}`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test('a manager reads everything and is offered nothing to change', async ({ page }) => {
  await openSample(page, 'manager');
  await page.goto('/customers?show=unapplied');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  for (const name of ['Record payment', 'Invoice', 'Apply it']) {
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveCount(0);
  }
  await page.goto('/settings');
  await expect(page.getByText('An administrator can change these.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  await page.goto('/invoices/new');
  await expect(page.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible();
});
