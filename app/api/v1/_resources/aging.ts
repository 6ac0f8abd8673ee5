import { z } from 'zod';
import { type AgingSums, agingReport } from '@/db/queries/aging';
import type { AgingItem } from '@/db/queries/aging-items';
import { agingView } from '@/db/queries/aging-view';
import { type BaseTotal, baseTotal } from '@/db/queries/base-total';
import { currenciesInUse } from '@/db/queries/currencies';
import { openItemRows } from '@/db/queries/open-items';
import { tieOut } from '@/db/queries/tie-out';
import type { Tx } from '@/db/scope';
import { bucketLabels, daysPastDue, netOldestFirst } from '@/lib/domain/aging';
import { type Minor, toMinor } from '@/lib/domain/money';
import { statusOf } from '@/lib/domain/status';
import { money } from '@/lib/exact-json';
import { type AgingFilters, isWhole } from '@/lib/filters';
import { InBase, writeBaseTotal } from '../_api/base-total';
import { readOffset, writeCursor } from '../_api/cursor';
import { Currency, Day, Money, momentOf } from '../_api/fields';
import { type Answer, readingAccount } from '../_api/operation';
import { AgingQuery, readFilters } from './aging-query';
import { Status } from './invoice-shape';
import { OpenItemFilters, readItemFilters } from './open-item-filters';
import { ownAccount } from './own-account';

const Sums = z.object({
  buckets: z.record(z.string(), Money),
  credits: Money.meta({ description: 'Money that no invoice has taken, 0 or below.' }),
  total: Money,
});

const CustomerLine = Sums.extend({
  customer_id: z.uuid(),
  customer_name: z.string(),
  item_count: z.int(),
  net_buckets: z
    .record(z.string(), Money)
    .meta({ description: 'With the credits taken off the oldest buckets first.' }),
});

const GroupLine = Sums.extend({
  item_count: z.int(),
  group: z.string().nullable().meta({ description: 'The owner or tag; null for customers without one.' }),
  customer_count: z.int(),
});

const Item = z.object({
  item_id: z.uuid(),
  document_id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  customer_id: z.uuid(),
  currency: Currency,
  document_date: Day,
  due_on: Day,
  amount: Money,
  open: Money,
  days_past_due: z.int().meta({ description: 'With basis=invoice, days since the invoice date.' }),
  bucket: z.string().nullable().meta({ description: 'Null for a credit.' }),
});

const ItemLine = Item.extend({ customer_name: z.string() });

/** Who owes what, and how old it is. */
export const getAging = readingAccount({
  id: 'getAging',
  path: '/aging',
  summary:
    "Who owes what and how old it is, by customer, family, owner, tag or item. Totals are of all that the filters match; a customer's key sees its own account.",
  may: 'account:read',
  query: AgingQuery,
  answer: z.object({
    as_of: Day,
    known_at: z.string().nullable(),
    basis: z.enum(['due', 'invoice']),
    currency: Currency,
    buckets: z.array(z.string()),
    rows: z.array(z.union([CustomerLine, GroupLine, ItemLine])),
    totals: Sums,
    row_count: z.int(),
    next_cursor: z.string().nullable(),
    tie_out: z.object({ documents: Money, open_items: Money, difference: Money }),
    base_total: InBase.optional().meta({ description: 'Only with in_base=true: all currencies together.' }),
    other_currencies: z.int().meta({ description: 'Further currencies in which something is open.' }),
  }),
  run: async ({ tx, actor, today }, query) => {
    const { limit } = query;
    const offset = readOffset(query.cursor);
    const page = Math.floor(offset / limit) + 1;
    const filters = readFilters(query, actor, { today, page });
    const { currency, asOf, knownAt, basis, bounds } = filters;
    const { rows, totals, count } = await linesOf(tx, filters, limit);
    const tie = await tieOut(tx, filters, currency, {
      ...filters,
      openItemsMinor: isWhole(filters) ? totals.totalMinor : undefined,
    });
    const inUse = await currenciesInUse(tx, filters);
    const others = inUse.filter((each) => each !== currency);
    const base = actor.org.currency;
    const inBase = query.in_base === 'true' ? await totalInBase(tx, filters, { base, inUse }) : undefined;
    const next = offset + limit < count ? writeCursor([String(offset + limit)]) : null;
    return {
      body: {
        as_of: asOf,
        known_at: knownAt,
        basis,
        currency,
        buckets: bucketLabels(bounds, '-'),
        rows,
        totals: writeSums(totals, filters),
        row_count: count,
        next_cursor: next,
        tie_out: {
          documents: money(tie.documentsMinor, currency),
          open_items: money(tie.openItemsMinor, currency),
          difference: money(tie.differenceMinor, currency),
        },
        ...(inBase ? { base_total: writeBaseTotal(inBase, base) } : {}),
        other_currencies: others.length,
      },
      next,
    };
  },
});

/** What is open, item by item. */
export const listOpenItems = readingAccount({
  id: 'listOpenItems',
  path: '/open-items',
  summary:
    "Open invoices and credits, oldest due first, invoices before credits; for a customer's key those of its account.",
  may: 'account:read',
  query: AgingQuery.pick({
    limit: true,
    cursor: true,
    as_of: true,
    known_at: true,
    currency: true,
    customer_id: true,
  }).extend(OpenItemFilters),
  answer: z.object({
    data: z.array(Item.extend({ status: Status, past_due: z.boolean() })),
    next_cursor: z.string().nullable(),
  }),
  run: async ({ tx, actor, today }, query) => {
    const { limit, cursor, as_of, known_at, currency } = query;
    const customerId = ownAccount(actor, query.customer_id);
    const offset = readOffset(cursor);
    const moment = momentOf(as_of ?? today, known_at);
    const rule = { basis: actor.org.agingBasis, bounds: actor.org.bounds };
    const filter = {
      ...(customerId ? { customerId } : {}),
      ...(currency ? { currency } : {}),
      ...readItemFilters(query, currency ?? actor.org.currency),
    };
    const rows = await openItemRows(tx, moment, rule, filter, { limit, offset });
    const labels = bucketLabels(rule.bounds, '-');
    const next = rows.length === limit ? writeCursor([String(offset + limit)]) : null;
    const data = rows.map((row) => ({
      ...writeItem(row, labels),
      days_past_due: daysPastDue(row.dueOn, moment.asOf),
      status: statusOf({ ...row, isReversed: false, lastCredit: null }),
      past_due: row.openMinor > 0 && row.dueOn < moment.asOf,
    }));
    return { body: { data, next_cursor: next }, next };
  },
});

/** What the filters match in each currency, added up in the base currency. Bounds on amounts are of the report's own currency. */
async function totalInBase(
  tx: Tx,
  filters: AgingFilters,
  { base, inUse }: { readonly base: string; readonly inUse: readonly string[] },
): Promise<BaseTotal> {
  const amounts: { currency: string; amountMinor: Minor }[] = [];
  for (const currency of inUse) {
    const limits = currency === filters.currency ? {} : { minMinor: null, maxMinor: null };
    const { totals } = await agingReport(tx, { ...filters, ...limits, currency, page: 1 }, 1);
    amounts.push({ currency, amountMinor: totals.totalMinor });
  }
  return baseTotal(tx, base, filters, amounts);
}

async function linesOf(tx: Tx, filters: AgingFilters, limit: number) {
  const { by, report, count } = await agingView(tx, filters, limit);
  const { totals } = report;
  if (by === 'item') {
    const labels = bucketLabels(filters.bounds, '-');
    const rows = report.rows.map((row) => ({ ...writeItem(row, labels), customer_name: row.customer }));
    return { rows, totals, count };
  }
  if (by === 'group') {
    const rows = report.rows.map((row) => ({
      group: row.label,
      customer_count: row.customerCount,
      item_count: row.itemCount,
      ...writeSums(row, filters),
    }));
    return { rows, totals, count };
  }
  const rows = report.rows.map((row) => ({
    customer_id: row.customerId,
    customer_name: row.customer,
    item_count: row.itemCount,
    ...writeSums(row, filters),
    net_buckets: writeBuckets(netOldestFirst(row.bucketsMinor, row.creditsMinor), filters),
  }));
  return { rows, totals, count };
}

function writeBuckets(bucketsMinor: readonly Minor[], { bounds, currency }: AgingFilters) {
  const labels = bucketLabels(bounds, '-');
  return Object.fromEntries(
    labels.map((label, i) => [label, money(bucketsMinor[i] ?? toMinor(0), currency)]),
  );
}

function writeSums(sums: AgingSums, filters: AgingFilters): Answer<z.output<typeof Sums>> {
  const write = (amount: Minor) => money(amount, filters.currency);
  return {
    buckets: writeBuckets(sums.bucketsMinor, filters),
    credits: write(sums.creditsMinor),
    total: write(sums.totalMinor),
  };
}

function writeItem(
  row: Omit<AgingItem, 'customer'>,
  labels: readonly string[],
): Answer<z.output<typeof Item>> {
  const { currency } = row;
  return {
    item_id: row.itemId,
    document_id: row.documentId,
    kind: row.kind,
    number: row.number,
    customer_id: row.customerId,
    currency,
    document_date: row.documentDate,
    due_on: row.dueOn,
    amount: money(row.amountMinor, currency),
    open: money(row.openMinor, currency),
    days_past_due: row.days,
    bucket: row.amountMinor > 0 ? (labels[row.bucket] ?? null) : null,
  };
}
