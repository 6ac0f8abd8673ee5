import { expect, test } from 'vitest';
import { owner } from '../../world';

const tables = (
  await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
).map((table) => table.name);

test('a person of a customer adds what it says and changes what is its own, and nothing of the books', async () => {
  const rows = await owner<{ grant: string }[]>`
    select t.name || ' ' || p.privilege as grant
    from unnest(${tables}::text[]) t(name), unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
    where has_table_privilege('dueline_portal', t.name, p.privilege)
      or (p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege('dueline_portal', t.name, p.privilege))`;
  expect(rows.map((row) => row.grant).toSorted()).toEqual([
    'activity INSERT',
    'contacts DELETE',
    'contacts INSERT',
    'contacts UPDATE',
    'customers UPDATE',
    'disputes INSERT',
    'mails INSERT',
    'payment_intent_parts INSERT',
    'payment_intents INSERT',
    'payment_intents UPDATE',
    'promises INSERT',
    'requests INSERT',
    'requests UPDATE',
  ]);
  const columns = await owner<{ column: string }[]>`
    select c.table_name || '.' || c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.table_name in ('customers', 'payment_intents')
      and has_column_privilege('dueline_portal', c.table_name::text, c.column_name::text, 'UPDATE')`;
  expect(columns.map((row) => row.column).toSorted()).toEqual([
    'customers.address',
    'customers.email',
    'customers.phone',
    'payment_intents.noticed_at',
    'payment_intents.sent_on',
    'payment_intents.withdrawn_at',
  ]);
});
