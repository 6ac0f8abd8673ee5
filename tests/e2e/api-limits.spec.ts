import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { createApiKey } from '@/db/commands/create-api-key';
import { withScope } from '@/db/scope';
import { asking, bodyOf, createBooks, errorOf } from './api-books';

test.afterAll(closeConnections);

test('a key that asks too often is told when it may ask again, and others are not held up', async ({
  request,
}) => {
  const books = await createBooks(request);
  const { key } = await withScope(books.actor, 'write', (tx) =>
    createApiKey(tx, books.actor, { name: 'Eager', role: 'admin', callsPerMinute: 2 }),
  );
  const eager = asking(request, key);
  const first = await eager.get('/customers');
  await bodyOf(first);
  expect(first.headers()).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
  await bodyOf(await eager.post('/customers', { name: 'Second' }), 201);
  const third = await eager.post('/customers', { name: 'Third' });
  expect(await errorOf(third, 429)).toMatchObject({ code: 'too_many_requests' });
  expect(Number(third.headers()['retry-after'])).toBeGreaterThan(0);
  expect(Number(third.headers()['retry-after'])).toBeLessThanOrEqual(30);
  const upload = await request.post('/api/v1/imports/customers?dry_run=true', {
    headers: { Authorization: `Bearer ${key}` },
    data: 'Name\nA\n',
  });
  await errorOf(upload, 429);
  expect(await (await books.manager.get('/customers')).json()).toMatchObject([{ name: 'Second' }]);
});

test('pages of a site that is listed may use the interface with a key; those of others may not', async ({
  request,
}) => {
  const books = await createBooks(request);
  const headers = (origin: string) => ({ Origin: origin, Authorization: `Bearer ${books.key}` });
  for (const path of ['/customers', '/imports/customers', '/openapi.json']) {
    const ask = (origin: string) =>
      request.fetch(`/api/v1${path}`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const listed = await ask('https://app.example');
    expect([path, listed.status(), listed.headers()['access-control-allow-origin']]).toEqual([
      path,
      204,
      'https://app.example',
    ]);
    expect(listed.headers()['access-control-allow-headers']).toContain('Authorization');
    expect(listed.headers()['access-control-allow-credentials']).toBeUndefined();
    const other = await ask('https://evil.example');
    expect(other.headers()['access-control-allow-origin']).toBeUndefined();
  }
  const listed = await request.get('/api/v1/customers', { headers: headers('https://app.example') });
  expect(listed.headers()['access-control-allow-origin']).toBe('https://app.example');
  expect(listed.headers().vary).toContain('Origin');
  expect(listed.headers()['access-control-expose-headers']).toContain('Retry-After');
  const other = await request.get('/api/v1/customers', { headers: headers('https://evil.example') });
  expect(other.status()).toBe(200);
  expect(other.headers()['access-control-allow-origin']).toBeUndefined();
  const page = await request.get('/sign-in', { headers: { Origin: 'https://app.example' } });
  expect(page.headers()['access-control-allow-origin']).toBeUndefined();
});
