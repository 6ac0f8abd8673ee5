import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { ROOT } from '@/scripts/root';
import { createBooks } from './api-books';

const run = promisify(execFile);
const FOLDER = path.join(ROOT, '.cache', 'client');
const program = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);

test.afterAll(closeConnections);

/** What a user of the interface writes: everything that it names is known from the description. */
const USE = `
import createClient from 'openapi-fetch';
import type { paths } from './dueline.d.ts';

const [baseUrl = '', key = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: \`Bearer \${key}\` } });

const made = await client.POST('/customers', { body: { name: 'Typed', currency: 'USD' } });
if (!made.data) throw new Error(made.error.error.message);
const customer_id = made.data.customer_id;
const posted = await client.POST('/invoices', {
  body: { customer_id, invoice_date: '2026-01-05', terms_days: 30, amount: '100.50' },
  params: { header: { 'Idempotency-Key': 'client-1' } },
});
if (!posted.data) throw new Error(posted.error.error.message);
const aging = await client.GET('/aging', { params: { query: { as_of: '2026-03-31', customer_id } } });
if (!aging.data) throw new Error(aging.error.error.message);
const difference: number | undefined = aging.data.tie_out?.difference;
const missing = await client.GET('/payments/{id}', { params: { path: { id: '00000000-0000-4000-8000-000000000000' } } });
console.log(JSON.stringify({ difference, status: missing.response.status, code: missing.error?.error.code }));
`;

test('a client made of the description compiles, knows what is wrong, and works', async ({
  request,
  baseURL,
}) => {
  const books = await createBooks(request);
  fs.mkdirSync(FOLDER, { recursive: true });
  const at = `${baseURL ?? ''}/api/v1`;
  await run(process.execPath, [
    program('openapi-typescript'),
    `${at}/openapi.json`,
    '--output',
    path.join(FOLDER, 'dueline.d.ts'),
  ]);
  fs.writeFileSync(path.join(FOLDER, 'use.ts'), USE);
  fs.writeFileSync(
    path.join(FOLDER, 'wrong.ts'),
    USE.replace("name: 'Typed'", 'nam: 1').replace("'/aging'", "'/agin'"),
  );
  const compile = (file: string) =>
    run(
      process.execPath,
      `${program('tsc')} --noEmit --ignoreConfig --strict --target es2022 --module esnext --moduleResolution bundler --allowImportingTsExtensions --types node ${file}`.split(
        ' ',
      ),
      { cwd: FOLDER },
    ).then(
      () => '',
      (error: unknown) => String((error as { stdout?: unknown }).stdout),
    );
  expect(await compile('use.ts')).toBe('');
  const faults = await compile('wrong.ts');
  expect(faults).toContain('nam');
  expect(faults).toContain('/agin');
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', path.join(FOLDER, 'use.ts'), at, books.key],
    { cwd: ROOT },
  );
  expect(JSON.parse(stdout)).toEqual({ difference: 0, status: 404, code: 'not_found' });
});
