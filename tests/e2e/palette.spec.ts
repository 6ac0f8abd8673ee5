import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { withScope } from '@/db/scope';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test.afterAll(closeConnections);

test('by keys alone an invoice is found by customer and amount, and a payment of it begun', async ({
  page,
}) => {
  const { business } = await registered(page);
  const { addCustomer, invoice } = await booksOf(business);
  const brightwater = await addCustomer('Brightwater Hotels');
  await invoice(brightwater, 'INV-20399', 1_248_000, 47);
  await invoice(await addCustomer('Osprey Dining'), 'INV-20387', 1_430_000, 68);
  await page.reload();
  await hydrated(page, 'main a');

  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find or do' });
  await expect(box).toBeFocused();
  await box.fill('bri 12480');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('INV-20399');
  await expect(first).toContainText('$12,480.00 open, 47 days late');
  await expect(page.getByRole('option', { name: /Osprey/ })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/invoices\/[\w-]+$/);
  await expect(page.getByRole('heading', { name: /INV-20399/ }).first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await box.fill('bri 12480');
  await expect(page.getByRole('option', { name: /Record a payment of \$12,480.00/ })).toBeVisible();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount received')).toHaveValue('12,480.00');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`/customers/${brightwater}$`));
});

test('by the end of a number, by a reference, and with nothing found it says so', async ({ page }) => {
  const { business } = await registered(page);
  const { addCustomer, invoice } = await booksOf(business);
  await invoice(await addCustomer('Harbour Schools'), 'A-2026-0417', 99_000, 3);
  await page.reload();
  await page.getByRole('button', { name: 'Find or do…' }).click();
  const box = page.getByRole('combobox', { name: 'Find or do' });
  await box.fill('0417');
  await expect(page.getByRole('option').first()).toContainText('A-2026-0417');
  await box.fill('harbour');
  await expect(page.getByRole('option', { selected: true })).toContainText('Harbour Schools');
  await box.fill('0417');
  await expect(page.getByRole('option', { selected: true })).toContainText('A-2026-0417');
  await box.fill('nobody of that name');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing has that name' })).toBeVisible();
  await box.fill('aging');
  await expect(page.getByRole('option', { name: 'Aging report', exact: true })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await box.fill('refund');
  await expect(page.getByRole('option', { name: 'Refund, apply or bounce a payment' })).toBeVisible();
  await box.fill('settings api');
  await expect(page.getByRole('option', { selected: true })).toContainText('API keys');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/settings/keys');
  await page.goBack();
  await page.getByRole('button', { name: 'Find or do…' }).click();
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(page.getByRole('button', { name: 'Find or do…' })).toBeFocused();
});

test('a person at a customer is found by name, e-mail and phone, and leads to the people of that customer', async ({
  page,
}) => {
  const { business } = await registered(page);
  const { addCustomer, actor } = await booksOf(business);
  const customerId = await addCustomer('Brightwater Hotels');
  const dana = {
    name: 'Dana Reyes',
    title: 'Payables',
    email: 'dana@bright.example',
    phone: '+1 555 014 2776',
  };
  await withScope(actor, 'write', (tx) => replaceContacts(tx, actor, { customerId, people: [dana] }));
  await page.reload();
  await page.getByRole('button', { name: 'Find or do…' }).click();
  const box = page.getByRole('combobox', { name: 'Find or do' });
  for (const text of ['dana r', 'dana@bri', '(555) 014']) {
    await box.fill(text);
    await expect(page.getByRole('option').first()).toContainText(
      'Dana ReyesPayables at Brightwater Hotels, dana@bright.example, +1 555 014 2776',
    );
  }
  await expect(page.getByRole('option', { name: /Log a call/ })).toContainText('with Brightwater Hotels');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${customerId}#people$`));
});
