import { z } from 'zod';
import { receivables } from '@/db/queries/key-figures';
import { openItemRows } from '@/db/queries/open-items';
import { addresseeAt } from '@/db/queries/statements';
import { bucketLabels, daysPastDue } from '@/lib/domain/aging';
import { statusOf } from '@/lib/domain/status';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { readOffset, writeCursor } from '../_api/cursor';
import { AsOf, Day, InCurrency, KnownAt, Money, momentOf, Page, readId } from '../_api/fields';
import { reading } from '../_api/operation';
import { InAll, otherCurrencies } from './figure-fields';
import { Status } from './invoice-shape';

/** What is open of one customer. */
export const getInvoiceDetails = reading({
  id: 'getInvoiceDetails',
  path: '/invoice-details/{customer_id}',
  summary: 'The open invoices of one customer, oldest due first.',
  may: 'books:read',
  query: z.strictObject({ ...Page, ...AsOf, ...KnownAt, ...InCurrency }),
  answer: z.object({
    customer: z.string(),
    total_outstanding: Money.meta({ description: 'Open invoices less credits that nothing has taken.' }),
    invoices: z.array(
      z.object({
        invoice_id: z.uuid(),
        invoice_number: z.string(),
        invoice_date: Day,
        due_date: Day,
        total_amount: Money,
        amount_due: Money,
        days_overdue: z.int().meta({ description: '0 when it is not past due.' }),
        status: Status,
        aging_bucket: z.string(),
      }),
    ),
    ...InAll,
  }),
  run: async (call, query, params) => {
    const { tx, actor, today } = call;
    const { bounds, agingBasis } = actor.org;
    const { limit, cursor, currency = actor.org.currency } = query;
    const moment = momentOf(query.as_of ?? today, query.known_at);
    const customerId = readId(params.customer_id);
    const customer = await addresseeAt(tx, customerId, moment);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.');
    const offset = readOffset(cursor);
    const filter = { customerId, currency };
    const { totalMinor } = await receivables(tx, moment, filter);
    const items = await openItemRows(tx, moment, { bounds, basis: agingBasis }, filter, { limit, offset });
    const labels = bucketLabels(bounds, '-');
    return {
      body: {
        customer: customer.name,
        total_outstanding: money(totalMinor, currency),
        invoices: items
          .filter((item) => item.amountMinor > 0)
          .map((item) => ({
            invoice_id: item.documentId,
            invoice_number: item.number,
            invoice_date: item.documentDate,
            due_date: item.dueOn,
            total_amount: money(item.amountMinor, currency),
            amount_due: money(item.openMinor, currency),
            days_overdue: Math.max(0, daysPastDue(item.dueOn, moment.asOf)),
            status: statusOf({ ...item, isReversed: false, lastCredit: null }),
            aging_bucket: labels[item.bucket] ?? '',
          })),
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
      next: items.length === limit ? writeCursor([String(offset + limit)]) : null,
    };
  },
});
