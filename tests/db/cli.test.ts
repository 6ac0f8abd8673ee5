import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyInForce } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import { createApiKey } from '@/scripts/cli/api-key';
import { UsageError } from '@/scripts/cli/command';
import { importCommand } from '@/scripts/cli/import-command';
import { createOrganization } from '@/scripts/cli/org-create';
import { verify } from '@/scripts/cli/verify';
import { ROOT } from '@/scripts/root';
import { createWorld, owner } from '../world';

/** Runs the command line as an operator would, and answers what it wrote and how it ended. */
function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/cli.ts', ...args],
      { cwd: ROOT, env },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

test('a business is created with its administrator and a key that is in force; its e-mail cannot be used twice', async () => {
  const name = `CLI ${randomUUID()}`;
  const email = `${randomUUID()}@example.com`;
  const create = () =>
    cli(
      'org',
      'create',
      '--name',
      name,
      '--email',
      email,
      '--currency',
      'EUR',
      '--zone',
      'Europe/Berlin',
      '--api-key',
    );
  const first = await create();
  expect(first).toMatchObject({ code: 0, err: '' });
  const key = /API key: +(dl_\S+)/.exec(first.out)?.[1] ?? '';
  const actor = (await withScope({ kind: 'auth' }, 'read', (tx) => keyInForce(tx, key)))?.actor;
  expect(actor).toMatchObject({ role: 'admin', org: { name, currency: 'EUR', timeZone: 'Europe/Berlin' } });
  expect(first.out).toMatch(/Password: +\S{20}/);
  const second = await create();
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain('already has a login');
});

test('the aging report is that of the books, and a broken balance is found and ends with 1', async () => {
  const w = await createWorld();
  await w.invoice(123_456, '2026-01-10', { number: 'A' });
  const table = await cli('aging', '--org', w.org.id, '--as-of', '2026-02-10');
  expect(table).toMatchObject({ code: 0, err: '' });
  expect(table.out).toMatch(/^As of 2026-02-10, USD +Current +1-30 +31-60/);
  expect(table.out).toMatch(/^Acme +0\.00 +0\.00 +1234\.56 .* 1234\.56$/m);
  const json = await cli('aging', '--org', w.org.id, '--as-of', '2026-02-10', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ as_of: '2026-02-10', totals: { total: '1234.56' } });
  expect((await cli('verify', '--org', w.org.id)).code).toBe(0);
  const damage = (open: number) =>
    owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update open_items set open_minor = ${open} where org_id = ${w.org.id}`;
    });
  await damage(123_455);
  const broken = await cli('verify', '--org', w.org.id);
  await damage(123_456);
  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(/BROKEN {2}open is the amount less what allocations took: 1 rows/);
});

test.each([
  [createOrganization, ['--name', 'X'], '--email is missing.'],
  [createOrganization, ['--name', 'X', '--email'], "Option '--email <value>' argument missing."],
  [verify, ['--bogus'], "Unknown option '--bogus'."],
  [
    createApiKey,
    ['--org', 'x', '--name', 'y', '--role', 'owner'],
    '--role must be admin or manager or customer.',
  ],
] as const)('what is typed wrong is told in one sentence: %#', (command, args, sentence) => {
  expect(() => command.prepare(args)).toThrow(new UsageError(sentence));
});

test('a command that cannot be done ends with 2, and says why', async () => {
  const { code, out, err } = await cli('aging', '--org', 'Nobody of this name');
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'There is no organization Nobody of this name.\n',
  });
});

test('of which day balances are is said for them, as a day, and for nothing else', () => {
  const asked = (kind: string, ...asOf: string[]) =>
    importCommand.prepare([kind, 'a.csv', '--org', 'x', ...asOf]);
  expect(asked('opening-balances', '--as-of', '2025-12-31')).toBeTypeOf('function');
  expect(asked('invoices')).toBeTypeOf('function');
  for (const [kind = '', ...asOf] of [
    ['opening-balances'],
    ['opening-balances', '--as-of', 'yesterday'],
    ['invoices', '--as-of', '2025-12-31'],
    ['invoices', '--as-of', 'yesterday'],
  ])
    expect(() => asked(kind, ...asOf)).toThrow(UsageError);
});
