import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeEverything } from '@/app/exports/everything/file';
import { bookTables } from '@/db/queries/whole-books';
import { owner } from '../world';
import { type Full, fullWorld } from './every-row';

async function exported({ world }: Full) {
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
    ['README.txt', ...tables.map(({ name }) => `${name}.csv`)].toSorted(),
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
