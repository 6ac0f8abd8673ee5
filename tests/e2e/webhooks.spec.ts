import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { type Got, isGenuine, receiver } from '../db/webhooks/receiver';
import { expectCleanEverywhere } from './axe';
import { booksOf } from './books';
import { registered } from './sign-up';

test.afterAll(closeConnections);

test('an administrator sets up a webhook, tries it, sees what arrived, sends it again and changes the secret', async ({
  page,
}) => {
  let status = 204;
  const there = await receiver(() => status);
  const { business } = await registered(page);
  const books = await booksOf(business);
  await page.goto('/settings/webhooks');
  await page.getByLabel('Address').fill('https://10.0.0.1/hooks');
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  await expect(page.getByText('That address is not on the internet.')).toBeVisible();
  await page.getByLabel('Address').fill(there.url);
  await page.getByRole('checkbox', { name: 'customer.created' }).check();
  await page.getByRole('button', { name: 'Make a webhook' }).click();
  const secret = (await page.locator('code', { hasText: 'whsec_' }).textContent()) ?? '';
  await page.getByRole('link', { name: there.url }).click();
  await expect(page.getByText('Nothing was sent yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const arrived = (event: string) =>
    expect
      .poll(() => there.got.filter((got) => got.event === event && isGenuine(got, secret)).length)
      .toBeGreaterThan(0);
  await arrived('test');
  status = 500;
  await books.addCustomer('Alpha');
  await arrived('customer.created');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /customer\.created/ })).toContainText('It answered 500.', {
      timeout: 1_000,
    });
  }).toPass();
  status = 200;
  await expectCleanEverywhere(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Send again customer.created' }).click();
  await expect(page.getByText('customer.created goes again.')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /customer\.created/ })).toContainText('Arrived', {
      timeout: 1_000,
    });
  }).toPass();
  const ids = there.got.filter(({ event }) => event === 'customer.created').map(({ eventId }) => eventId);
  expect([ids.length >= 2, new Set(ids).size]).toEqual([true, 1]);
  await page.getByRole('button', { name: 'New secret…' }).click();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  const fresh = (await page.locator('code', { hasText: 'whsec_' }).textContent()) ?? '';
  expect(fresh).not.toBe(secret);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused What happens now waits')).toBeVisible();
  const sofar = there.got.length;
  await books.addCustomer('Beta');
  await page.getByRole('button', { name: 'Go on' }).click();
  const isBoth = (got: Got) => isGenuine(got, fresh) && isGenuine(got, secret);
  await expect.poll(() => there.got.slice(sofar).filter(isBoth).length).toBe(1);
  await page.getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('is told nothing any more')).toBeVisible();
  await there.stop();
});
