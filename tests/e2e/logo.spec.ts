import { expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { jpeg, png } from '../pictures';
import { booksOf } from './books';
import { joinPortal } from './portal-person';
import { registered } from './sign-up';

test.afterAll(closeConnections);

const bring = async (page: Page, name: string, mimeType: string, buffer: Buffer) => {
  const brought = page.waitForResponse((response) => response.url().endsWith('/settings/business/logo'));
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
  return (await brought).status();
};

test('a logo is brought, stands on the customer’s invoice and in its portal, and is taken away again', async ({
  page,
  browser,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  const { documentId } = await books.invoice(customerId, 'A-1', 100_000, 8);
  await page.goto('/settings/business');
  await expect(page.getByRole('button', { name: 'Choose a logo' })).toBeVisible();

  // What a file is called says nothing: its bytes do.
  expect(await bring(page, 'logo.png', 'image/png', Buffer.from('<svg onload="alert(1)"/>'))).toBe(422);
  await expect(page.getByText(/That is no PNG or JPEG picture/)).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'large.png',
    mimeType: 'image/png',
    buffer: Buffer.alloc(1_048_577),
  });
  await expect(page.getByText(/larger than 1 MB/)).toBeVisible();
  expect(
    await page.request
      .post('/settings/business/logo', {
        data: Buffer.alloc(1_048_577),
        headers: { origin: new URL(page.url()).origin },
      })
      .then((answer) => answer.status()),
  ).toBe(413);
  expect(await bring(page, 'logo.txt', 'text/plain', await png({ width: 120, height: 40 }))).toBe(200);
  await expect(page.getByRole('button', { name: 'Choose another logo' })).toBeVisible();

  await page.goto(`/invoices/${documentId}`);
  const src = (await page.getByRole('article').locator('img').getAttribute('src')) ?? '';
  expect(src).toMatch(/^\/logo\/[0-9a-f]{64}$/);
  const served = await page.request.get(src);
  expect(served.status()).toBe(200);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  });

  const own = await (await browser.newContext()).newPage();
  await joinPortal(own, books, customerId);
  await expect(own.getByRole('banner').locator('img')).toHaveAttribute('src', src);
  await own.goto(`/portal/invoices/${documentId}`);
  const shown = own.getByRole('article').locator('img');
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(120);

  // Another business and a visitor are told of none.
  const other = await (await browser.newContext()).newPage();
  expect((await other.request.get(src)).status()).toBe(404);
  await registered(other);
  expect((await other.request.get(src)).status()).toBe(404);

  await page.goto('/settings/business');
  await page.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove logo' }).click();
  await expect(page.getByRole('button', { name: 'Choose a logo' })).toBeVisible();
  await page.goto('/activity?kind=settings');
  await expect(page.getByText('took the logo of the business away')).toBeVisible();
  await expect(page.getByText('gave the business a logo')).toBeVisible();
});

test('nobody brings one who is not signed in, or from another site', async ({ page }) => {
  await page.goto('/welcome');
  const answer = await page.request.post('/settings/business/logo', {
    data: await jpeg(),
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(401);
  expect(
    (
      await page.request.post('/settings/business/logo', {
        data: await jpeg(),
        headers: { origin: 'https://evil.example' },
      })
    ).status(),
  ).toBe(403);
});
