import 'server-only';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerLabels } from '@/db/queries/customer-labels';
import { invoiceBook } from '@/db/queries/invoice-book';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { InvoiceFilters } from '@/lib/invoice-filters';

/** All that the list of invoices shows, from one snapshot. */
export function readInvoiceList(actor: StaffActor & { readonly userId: string }, filters: InvoiceFilters) {
  const today = todayIn(actor.org.timeZone);
  return withScope(actor, 'read', async (tx) => ({
    book: await invoiceBook(tx, filters, today),
    labels: await customerLabels(tx),
    currencies: await currenciesInUse(tx, { asOf: today, knownAt: null }),
    views: await viewList(tx, actor.userId, '/invoices'),
  }));
}
