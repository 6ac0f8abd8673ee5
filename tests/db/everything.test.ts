import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeEverything } from '@/app/exports/everything/file';
import { IMPORT_FILES } from '@/app/exports/everything/import-files';
import { createCustomer } from '@/db/commands/create-customer';
import { postOpeningBalance } from '@/db/commands/post-opening-balance';
import { bookTables } from '@/db/queries/whole-books';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner } from '../world';
import { type Full, fullWorld } from './every-row';
import { check, importFile } from './import/importing';
import { happen, randomOf } from './random-history';

async function exported({ world }: Pick<Full, 'world'>) {
  const pieces: Uint8Array[] = [];
  await world.read((tx) =>
    writeEverything(
      tx,
      async (piece) => {
        pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      },
      'Test Traders\n',
    ),
  );
  const files = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const linesOf = (file = '') => file.split('\r\n').filter(Boolean).length - 1;

test('everything is in it, row by row, and nothing of another business', async () => {
  const [mine, other] = [await fullWorld(), await fullWorld()];
  const files = await exported(mine);
  const tables = await mine.world.read(bookTables);
  expect(Object.keys(files).toSorted()).toEqual(
    [
      'README.txt',
      ...tables.map(({ name }) => `${name}.csv`),
      ...IMPORT_FILES.map(({ name }) => name),
    ].toSorted(),
  );
  for (const table of [
    'customers',
    'documents',
    'open_items',
    'allocations',
    'activity',
    'reminders',
    'tax_rates',
  ]) {
    const [row] = await owner<
      { n: number }[]
    >`select count(*)::int as n from ${owner(table)} where org_id = ${mine.world.org.id}`;
    expect([table, linesOf(files[`${table}.csv`])]).toEqual([table, row?.n]);
    expect(row?.n).toBeGreaterThan(0);
  }
  expect(JSON.stringify(files)).not.toContain(other.world.org.id);
  expect(files['README.txt']).toContain('Test Traders');
  expect(files['documents.csv']).toMatch(/,10000,/);
});

test('what lets somebody in is not in it', async () => {
  const files = await exported(await fullWorld());
  for (const [name, text] of Object.entries(files)) {
    const heading = text.split('\r\n', 1)[0] ?? '';
    expect([
      name,
      /password_hash|token_hash|key_hash|sealed_|secret_key|webhook_secret|totp_secret|"secret"/.test(
        heading,
      ),
    ]).toEqual([name, false]);
  }
  expect(files['users.csv']).toContain('@example.com');
});

const balancesOf = async (orgId: string) => {
  const rows = await owner`select c.name, d.currency, sum(d.amount_minor)::int as minor from documents d
    join customers c on c.id = d.customer_id where d.org_id = ${orgId} group by 1, 2 having sum(d.amount_minor) <> 0 order by 1, 2`;
  return rows.map(({ name, currency, minor }) => `${name} ${currency} ${minor}`);
};

/** Documents whose numbers are as awkward as numbers may be: long, blank in parts, alike but for a blank, like a formula, borne by two kinds. */
async function numberedOddly({ world }: Pick<Full, 'world'>) {
  const { admin, customerId, write } = world;
  const [long, owed] = ['9'.repeat(60), toMinor(700)];
  const opening = (number: string, amountMinor = owed) =>
    write((tx) =>
      postOpeningBalance(tx, admin, {
        customerId,
        on: day('2026-01-01'),
        amountMinor,
        number,
        source: 'staff',
      }),
    );
  for (const number of [long, 'A  1', 'A 1', '=1+1', "'=1+1", '1e+5', '😀'.repeat(30), 'LF-00001', 'X'])
    await opening(number);
  await opening(long, toMinor(-300));
  await opening('A 1', toMinor(-200));
  for (const number of [long, 'X', 'Y', '1e+6', `${'Y'.repeat(59)}é`]) {
    await world.invoice(500, '2026-01-20', { number });
    await world.pay(100, '2026-01-21', { apply: 'oldest' });
  }
}

test.each([1, 2, 3])(
  'moved into an empty business, and from there into another and a third, every customer keeps its balance (%i)',
  async (seed) => {
    const world = await createWorld();
    const random = randomOf(seed);
    await world.write((tx) => createCustomer(tx, world.admin, { name: 'acme', code: null }));
    await world.write((tx) => createCustomer(tx, world.admin, { name: '=Sum, "Ltd"', code: '-1' }));
    await happen(world, random, 120);
    await numberedOddly({ world });
    const before = await balancesOf(world.org.id);
    expect(before.length).toBeGreaterThan(0);
    let from = world;
    for (const move of [1, 2, 3]) {
      const files = await exported({ world: from });
      const empty = await createWorld();
      await owner`delete from customers where org_id = ${empty.org.id}`;
      for (const { name, kind } of IMPORT_FILES) {
        const file = files[name] ?? '';
        if (linesOf(file) === 0) continue;
        const { plan } = await check(empty.admin, kind, file, { asOf: day('2026-12-31') });
        expect([move, name, plan?.problems, plan?.notices]).toEqual([move, name, [], []]);
        await importFile(empty.admin, kind, file, { mapping: { asOf: day('2026-12-31') } });
      }
      expect([move, await balancesOf(empty.org.id)]).toEqual([move, before]);
      from = empty;
    }
  },
);
