import 'server-only';
import { customerChoices } from '@/db/queries/customer-choices';
import { lastRecorded } from '@/db/queries/last-recorded';
import { statementAccounts } from '@/db/queries/statement-accounts';
import { statementPaper } from '@/db/queries/statement-paper';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { StatementFilters } from '@/lib/statement-filters';

/** Accounts on one page. */
const PAGE = 50;

/** All that the page of statements shows, from one snapshot: the accounts, and the statement of the one that is asked for. */
export function readStatements(actor: StaffActor, filters: StatementFilters) {
  const { bounds, currency: usualCurrency } = actor.org;
  return withScope(actor, 'read', async (tx) => {
    const knownAt = await lastRecorded(tx);
    const accounts = await statementAccounts(tx, filters, { knownAt, limit: PAGE });
    const asked = filters.shown ?? accounts.rows[0] ?? null;
    const from = filters.kind === 'activity' ? filters.from : null;
    const paper = asked && (await statementPaper(tx, { ...asked, from, asOf: filters.to, knownAt, bounds }));
    return {
      accounts,
      asked,
      paper,
      choices: await customerChoices(tx, { asOf: filters.to, knownAt: null }, usualCurrency),
    };
  });
}
