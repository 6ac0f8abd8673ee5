import { z } from 'zod';
import {
  activeCustomerCount,
  largestDebtors,
  openByBucket,
  receivables,
  turnover,
} from '@/db/queries/key-figures';
import { bucketLabels } from '@/lib/domain/aging';
import { sumOf, ZERO } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { readOffset, writeCursor } from '../_api/cursor';
import { AsOf, InCurrency, KnownAt, Money, momentOf, Page } from '../_api/fields';
import { reading } from '../_api/operation';
import { ByCurrency, InAll, otherCurrencies, Percent, percent } from './figure-fields';
import { InvoiceFilters } from './invoices';

/** Who owes most. */
export const getTopCustomers = reading({
  id: 'getTopCustomers',
  path: '/top5',
  summary: 'The five customers that owe most.',
  may: 'books:read',
  query: ByCurrency,
  answer: z.array(z.object({ customer_id: z.uuid(), name: z.string(), total_outstanding: Money })),
  run: async ({ tx, actor, today }, { as_of, known_at, currency = actor.org.currency }) => {
    const moment = momentOf(as_of ?? today, known_at);
    const rows = await largestDebtors(tx, moment, { currency, limit: 5 });
    return {
      body: rows.map((row) => ({
        customer_id: row.customerId,
        name: row.customer,
        total_outstanding: money(row.totalMinor, currency),
      })),
    };
  },
});

/** What was invoiced, what came in, and what is open. */
export const getKpis = reading({
  id: 'getKpis',
  path: '/kpis',
  summary: 'Invoiced, received and outstanding, for a customer and a span of invoice dates if given.',
  may: 'books:read',
  query: z.strictObject({ ...InvoiceFilters, ...KnownAt }),
  answer: z.object({
    total_invoiced: Money,
    total_received: Money,
    total_outstanding: Money.meta({ description: 'Open invoices less credits that nothing has taken.' }),
    overdue_outstanding: Money,
    percent_overdue: Percent.meta({ description: 'Of what is open of invoices; null when nothing is.' }),
    ...InAll,
  }),
  run: async (call, query) => {
    const { tx, actor, today } = call;
    const { currency = actor.org.currency } = query;
    const moment = momentOf(query.as_of ?? today, query.known_at);
    const filter = { currency, customerId: query.customer_id, from: query.start_date, to: query.end_date };
    const { invoicedMinor, receivedMinor } = await turnover(tx, moment, filter);
    const open = await receivables(tx, moment, filter);
    return {
      body: {
        total_invoiced: money(invoicedMinor, currency),
        total_received: money(receivedMinor, currency),
        total_outstanding: money(open.totalMinor, currency),
        overdue_outstanding: money(open.lateMinor, currency),
        percent_overdue: percent(open.lateMinor, open.totalMinor - open.creditsMinor),
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
    };
  },
});

/** The state of the books in a few figures. */
export const getSummaryStats = reading({
  id: 'getSummaryStats',
  path: '/summary-stats',
  summary: 'Customers, receivables, lateness and risk in a few figures.',
  may: 'books:read',
  query: ByCurrency,
  answer: z.object({
    total_customers: z.int().meta({ description: 'Not archived now, whatever as_of and known_at say.' }),
    total_ar: Money.meta({ description: 'Open invoices less credits that nothing has taken.' }),
    total_overdue: Money,
    overdue_percentage: Percent,
    total_invoices: z.int().meta({ description: 'Open ones.' }),
    avg_days_overdue: z
      .number()
      .nullable()
      .meta({ description: 'Over what is past due; null when nothing is.' }),
    at_risk_customers: z.int().meta({ description: 'With something more than 90 days past due.' }),
    ...InAll,
  }),
  run: async (call, { as_of, known_at, currency = call.actor.org.currency }) => {
    const { tx, today } = call;
    const moment = momentOf(as_of ?? today, known_at);
    const open = await receivables(tx, moment, { currency });
    return {
      body: {
        total_customers: await activeCustomerCount(tx),
        total_ar: money(open.totalMinor, currency),
        total_overdue: money(open.lateMinor, currency),
        overdue_percentage: percent(open.lateMinor, open.totalMinor - open.creditsMinor),
        total_invoices: open.openCount,
        avg_days_overdue: open.averageDaysLate,
        at_risk_customers: open.atRiskCount,
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
    };
  },
});

/** What is open, by age. */
export const getAgingDistribution = reading({
  id: 'getAgingDistribution',
  path: '/aging-distribution',
  summary: "What is open of invoices in each of the organization's aging buckets.",
  may: 'books:read',
  query: ByCurrency,
  answer: z.object({
    distribution: z.record(z.string(), Money),
    total: Money.meta({ description: 'Of the buckets, without credits.' }),
    credits: Money,
    ...InAll,
  }),
  run: async (call, { as_of, known_at, currency = call.actor.org.currency }) => {
    const { tx, today, actor } = call;
    const moment = momentOf(as_of ?? today, known_at);
    const { bounds, agingBasis } = actor.org;
    const rule = { bounds, basis: agingBasis };
    const { bucketsMinor, creditsMinor } = await openByBucket(tx, moment, rule, currency);
    const labels = bucketLabels(bounds, '-');
    return {
      body: {
        distribution: Object.fromEntries(
          labels.map((label, i) => [label, money(bucketsMinor[i] ?? ZERO, currency)]),
        ),
        total: money(sumOf(bucketsMinor), currency),
        credits: money(creditsMinor, currency),
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
    };
  },
});

/** Customers by what they owe. */
export const getCustomerBreakdown = reading({
  id: 'getCustomerBreakdown',
  path: '/customer-breakdown',
  summary: 'Customers with anything open, those that owe most first.',
  may: 'books:read',
  query: z.strictObject({ ...Page, ...AsOf, ...KnownAt, ...InCurrency }),
  answer: z.object({
    customers: z.array(
      z.object({
        id: z.uuid(),
        customer: z.string(),
        total_outstanding: Money,
        overdue: Money,
        invoice_count: z.int(),
      }),
    ),
    ...InAll,
  }),
  run: async (call, { as_of, known_at, limit, cursor, currency = call.actor.org.currency }) => {
    const { tx, today } = call;
    const moment = momentOf(as_of ?? today, known_at);
    const offset = readOffset(cursor);
    const rows = await largestDebtors(tx, moment, { currency, limit, offset });
    return {
      body: {
        customers: rows.map((row) => ({
          id: row.customerId,
          customer: row.customer,
          total_outstanding: money(row.totalMinor, currency),
          overdue: money(row.lateMinor, currency),
          invoice_count: row.openCount,
        })),
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
      next: rows.length === limit ? writeCursor([String(offset + limit)]) : null,
    };
  },
});
