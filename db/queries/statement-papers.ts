import type { Instant } from '@/lib/domain/instants';
import type { LogoFile } from '@/lib/logo';
import type { StatementFilters } from '@/lib/statement-filters';
import type { Tx } from '../scope';
import { logoFile } from './logo';
import { statementAccounts } from './statement-accounts';
import { type StatementPaper, statementPaper } from './statement-paper';

/** Statements that one file may hold. */
export const MOST_STATEMENTS = 500;

/** Many statements for one file, by customer and currency, all as known at the same instant. */
export interface StatementPapers {
  readonly filters: StatementFilters;
  readonly knownAt: Instant;
  readonly logo: LogoFile | null;
  readonly papers: readonly StatementPaper[];
}

/** Reads the statements that the filters mean, from one snapshot; the number alone when it is above `most`. */
export async function statementPapers(
  tx: Tx,
  filters: StatementFilters,
  {
    knownAt,
    bounds,
    most,
  }: { readonly knownAt: Instant; readonly bounds: readonly number[]; readonly most: number },
): Promise<StatementPapers | number> {
  const { rows, count } = await statementAccounts(tx, { ...filters, after: null }, { knownAt, limit: most });
  if (count > most) return count;
  const papers: StatementPaper[] = [];
  // Each is read by itself, as its page and its own file read it: the figures cannot differ.
  for (const { customerId, currency } of rows) {
    const from = filters.kind === 'activity' ? filters.from : null;
    const paper = await statementPaper(tx, { customerId, currency, from, asOf: filters.to, knownAt, bounds });
    if (paper) papers.push(paper);
  }
  return { filters, knownAt, logo: await logoFile(tx), papers };
}
