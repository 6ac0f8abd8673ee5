import type { SandboxRow } from './books';

/** The most rows that one page has, whatever is asked. */
const MOST = 100;

/**
 * One page of a list as the service gives it: a bare array, newest first unless told, `updated_gte` inclusive. `isFilterKnown` false: the
 * books behind it know no such filter, and everything comes.
 */
export function listPage(
  rows: readonly SandboxRow[],
  query: URLSearchParams,
  isFilterKnown: boolean,
): SandboxRow[] {
  const by = query.get('sort') ?? 'created_at';
  const since = isFilterKnown ? query.get('updated_gte') : null;
  const sign = query.get('order') === 'asc' ? 1 : -1;
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? MOST), MOST);
  return rows
    .filter((row) => since === null || textOf(row, 'updated_at') >= since)
    .toSorted((a, b) => sign * (textOf(a, by).localeCompare(textOf(b, by)) || a.id.localeCompare(b.id)))
    .slice(offset, offset + limit);
}

function textOf(row: SandboxRow, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}
