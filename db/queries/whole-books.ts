import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/** What is kept only to be fast, or only for the application itself: it says nothing that other tables do not. */
const LEFT_OUT = [
  'activity_heads',
  'day_sums',
  'debit_sums',
  'delay_sums',
  'forecast_tests',
  'job_runs',
  'preferences',
  'report_jobs',
  'requests',
];
/** What nobody may take away: hashes of links and keys let nobody in and help nobody, and what is sealed is for this installation alone. */
const SECRETS = [
  'token_hash',
  'key_hash',
  'secret',
  'previous_secret',
  'sealed_key',
  'sealed_secret',
  'secret_key',
  'webhook_secret',
];
const BATCH = 1_000;

/** A table of the books and what of it can be taken away. */
export interface BookTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'number' | 'date' }[];
}

/** Every table that the actor may read rows of the business from, by name, without what is only computed from others. */
export async function bookTables(tx: Tx): Promise<BookTable[]> {
  const columns = await tx.execute<{
    table: string;
    name: string;
    type: BookTable['columns'][number]['type'];
  }>(sql`
    select c.relname as table, a.attname as name, case
        when t.typname in ('int2', 'int4', 'int8', 'numeric') then 'number'
        when t.typname = 'date' then 'date' else 'text' end as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (${textArray(LEFT_OUT)})
      and (c.relname in ('organizations', 'users')
        or exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id'))
      and has_column_privilege(c.oid, a.attnum, 'SELECT') and t.typname <> 'bytea'
      and a.attname <> all (${textArray(SECRETS)})
    order by c.relname, a.attnum`);
  const names = [...new Set(columns.map(({ table }) => table))];
  return names.map((name) => ({
    name,
    columns: columns
      .filter(({ table }) => table === name)
      .map((column) => ({ name: column.name, type: column.type })),
  }));
}

/** The rows of a table as text, in batches that fit memory; an empty one gives none. */
export async function* tableBatches(
  tx: Tx,
  { name, columns }: BookTable,
): AsyncGenerator<Record<string, string | null>[]> {
  const list = sql.join(
    columns.map((column) => sql`${asText(column.name)} as ${sql.identifier(column.name)}`),
    sql`, `,
  );
  await tx.execute(sql`declare book no scroll cursor for select ${list} from ${sql.identifier(name)}`);
  for (;;) {
    const rows = await tx.execute<Record<string, string | null>>(
      sql`fetch ${sql.raw(String(BATCH))} from book`,
    );
    if (rows.length > 0) yield [...rows];
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close book`);
}

/** Instants in ISO form, whatever the clock of the server; everything else as PostgreSQL writes it. */
function asText(column: string) {
  const name = sql.identifier(column);
  return column.endsWith('_at') ? sql`(to_json(${name}) #>> '{}')` : sql`${name}::text`;
}

function textArray(values: readonly string[]) {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}
