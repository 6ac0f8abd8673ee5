import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { errorOf } from './api-books';
import { booksOf } from './books';
import { registered } from './sign-up';

test.afterAll(closeConnections);

test('who is signed in may read through the interface, and change nothing', async ({ page, baseURL }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.addCustomer('Alpha');
  const list = await page.request.get('/api/v1/customers');
  expect(await list.json()).toEqual([{ customer_id: expect.any(String), name: 'Alpha' }]);
  const headers = { Origin: baseURL ?? '', 'Content-Type': 'application/json' };
  const post = await page.request.post('/api/v1/customers', { headers, data: { name: 'Beta' } });
  await errorOf(post, 401);
  expect(await (await page.request.get('/api/v1/customers')).json()).toHaveLength(1);
});

test('the reference page shows every operation, and axe finds nothing on it', async ({ page, request }) => {
  const { paths } = (await (await request.get('/api/v1/openapi.json')).json()) as { paths: object };
  await page.goto('/api/v1/docs');
  const headings = await page.getByRole('heading', { level: 3 }).allTextContents();
  const shown = new Set(headings.map((heading) => heading.replace(/^\w+ \/api\/v1/, '')));
  expect([...shown, '/health', '/imports/bank-lines', '/imports/{kind}'].toSorted()).toEqual(
    Object.keys(paths).toSorted(),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.getByRole('searchbox', { name: 'Find an operation' }).fill('post voidInvoice');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'operations' })).toContainText(
    /^1 of \d+ operations/,
  );
  await expect(page.getByRole('region', { name: 'voidInvoice with curl' })).toContainText(
    'Bearer $DUELINE_KEY',
  );
});

test('probes are answered at both addresses', async ({ request }) => {
  for (const path of ['/health', '/api/v1/health']) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ database: 'up', timestamp: expect.stringMatching(/Z$/) });
  }
});
