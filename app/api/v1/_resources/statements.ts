import { z } from 'zod';
import { pdfInTurn } from '@/app/exports/pdf-turn';
import { StatementFile } from '@/components/pdf/statement-file';
import { lastRecorded, lastRecordedOfAccount } from '@/db/queries/last-recorded';
import { logoFile } from '@/db/queries/logo';
import { statementPaper } from '@/db/queries/statement-paper';
import {
  type ActivityStatement,
  activityStatement,
  addresseeAt,
  type OpenItemStatement,
  openItemStatement,
} from '@/db/queries/statements';
import { daysPastDue } from '@/lib/domain/aging';
import { type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { toInstant } from '@/lib/domain/instants';
import type { Minor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { AsOf, Currency, Day, KnownAt, Money, readId } from '../_api/fields';
import { readingAccount } from '../_api/operation';
import { ownAccount } from './own-account';
import { activityFile, openItemFile } from './statement-file';

const Head = z.object({
  customer_id: z.uuid(),
  customer_name: z.string(),
  currency: Currency,
  known_at: z
    .string()
    .meta({ description: 'With it in the address, the very same statement is made again.' }),
});

const Activity = Head.extend({
  kind: z.literal('activity'),
  from: Day,
  to: Day,
  opening_balance: Money,
  lines: z.array(
    z.object({
      document_id: z.uuid(),
      kind: z.string(),
      number: z.string(),
      date: Day,
      amount: Money.meta({ description: 'Below 0 when it lowers what is owed.' }),
      balance: Money.meta({ description: 'What was owed after it.' }),
      reverses: z
        .string()
        .nullable()
        .meta({ description: 'Of a reversal, the number of what it takes back.' }),
    }),
  ),
  closing_balance: Money,
});

const OpenItems = Head.extend({
  kind: z.literal('open-item'),
  as_of: Day,
  items: z.array(
    z.object({
      item_id: z.uuid(),
      document_id: z.uuid(),
      kind: z.string(),
      number: z.string(),
      date: Day,
      due_on: Day,
      days_past_due: z.int(),
      amount: Money,
      open: Money,
      applied: z.array(z.object({ kind: z.string(), number: z.string(), effective_on: Day, amount: Money })),
    }),
  ),
  owed: Money,
  unapplied: Money.meta({ description: 'Credits that no invoice has taken, 0 or below.' }),
  past_due: Money,
  balance: Money,
});

/** What a customer is told of its account. */
export const getStatement = readingAccount({
  id: 'getStatement',
  path: '/statements/{customer_id}',
  summary:
    'The statement of one customer in one currency: what is unpaid on a day with what was applied to it, or what happened from day to day. JSON, CSV or PDF.',
  may: 'account:read',
  query: z.strictObject({
    ...AsOf,
    ...KnownAt,
    kind: z.enum(['open-item', 'activity']).default('open-item'),
    from: Day.optional().meta({
      description: 'Of activity: the first day of the month of `to` unless given.',
    }),
    to: Day.optional().meta({ description: 'The last day; as_of, or today, unless given.' }),
    currency: Currency.optional().meta({ description: "The customer's unless given." }),
  }),
  answer: z.union([OpenItems, Activity]),
  produces: ['text/csv', 'application/pdf'],
  run: async ({ tx, actor, today, mediaType }, query, params) => {
    const customerId = readId(params.customer_id);
    ownAccount(actor, customerId);
    const last = actor.kind === 'staff' ? lastRecorded : lastRecordedOfAccount;
    const knownAt = query.known_at === undefined ? await last(tx) : toInstant(query.known_at);
    const customer = await addresseeAt(tx, customerId, { knownAt });
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.');
    const currency = query.currency ?? customer.currency;
    const to = query.to ?? query.as_of ?? today;
    const from = query.from ?? toPlainDate(`${to.slice(0, 7)}-01`);
    if (from > to) throw malformed('from: is after to.', 'from');
    const of = { customerId, currency };
    const name = `statement_${customer.code ?? customerId}_${to}`.replace(/[^\w.-]+/g, '-');
    if (mediaType === 'application/pdf') {
      const { bounds } = actor.org;
      const start = query.kind === 'activity' ? from : null;
      const asked = { customerId, currency, from: start, asOf: to, knownAt, bounds };
      const content = await statementPaper(tx, asked);
      if (!content) throw new Refusal('not_found', 'That customer does not exist.');
      const logo = await logoFile(tx);
      const make = () => pdfInTurn(() => StatementFile({ content, logo, madeAt: new Date() }));
      return { file: { name: `${name}.pdf`, type: mediaType, pieces: async () => [await make()] } };
    }
    const head = {
      customer_id: customerId,
      customer_name: customer.name,
      currency,
      known_at: knownAt,
    };
    const csv = (pieces: string[]) => ({ file: { name: `${name}.csv`, type: 'text/csv', pieces } });
    if (query.kind === 'activity') {
      const found = await activityStatement(tx, of, { from, to }, { knownAt });
      if (mediaType === 'text/csv') return csv(activityFile(found, { from, to }, currency));
      return { body: { ...head, kind: 'activity' as const, from, to, ...writeActivity(found, currency) } };
    }
    const found = await openItemStatement(tx, of, { asOf: to, knownAt });
    if (mediaType === 'text/csv') return csv(openItemFile(found, to, currency));
    return {
      body: { ...head, kind: 'open-item' as const, as_of: to, ...writeOpenItems(found, to, currency) },
    };
  },
});

function writeActivity({ openingMinor, lines, closingMinor }: ActivityStatement, currency: string) {
  const write = (amount: Minor) => money(amount, currency);
  return {
    opening_balance: write(openingMinor),
    lines: lines.map((line) => ({
      document_id: line.documentId,
      kind: line.kind,
      number: line.number,
      date: line.documentDate,
      amount: write(line.amountMinor),
      balance: write(line.balanceMinor),
      reverses: line.reversesNumber,
    })),
    closing_balance: write(closingMinor),
  };
}

function writeOpenItems(found: OpenItemStatement, asOf: PlainDate, currency: string) {
  const write = (amount: Minor) => money(amount, currency);
  return {
    items: found.items.map((item) => ({
      item_id: item.itemId,
      document_id: item.documentId,
      kind: item.kind,
      number: item.number,
      date: item.documentDate,
      due_on: item.dueOn,
      days_past_due: daysPastDue(item.dueOn, asOf),
      amount: write(item.amountMinor),
      open: write(item.openMinor),
      applied: item.applied.map((each) => ({
        kind: each.kind,
        number: each.number,
        effective_on: each.effectiveOn,
        amount: write(each.amountMinor),
      })),
    })),
    owed: write(found.debitsMinor),
    unapplied: write(found.creditsMinor),
    past_due: write(found.pastDueMinor),
    balance: write(found.balanceMinor),
  };
}
