import { and, eq, gt, gte, inArray, lt, lte, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, ZERO } from '@/lib/domain/money';
import { openItemsAt, sumMinor } from '../expressions';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { BILLED } from './invoices';

/** Whose account, in one currency, at the close of a day; of the whole organization without a customer. */
export interface AccountOf {
  readonly customerId?: string | undefined;
  readonly currency: string;
  readonly asOf: PlainDate;
  /** Only payments with this reference count as received. */
  readonly reference?: string | undefined;
}

/** An account in figures. What was reversed by the day counts nowhere. */
export interface AccountFigures {
  readonly invoicedMinor: Minor;
  /** Payments, and what of money was given back. */
  readonly receivedMinor: Minor;
  readonly refundedMinor: Minor;
  /** What payments, and what other credits, settled of what was billed. */
  readonly paidMinor: Minor;
  readonly creditedMinor: Minor;
  /** Open of what was billed, and what of it is past due. */
  readonly openMinor: Minor;
  readonly lateMinor: Minor;
  /** Credits that nothing has taken, above 0. */
  readonly unappliedMinor: Minor;
}

/** The figures of an account. */
export async function accountFigures(tx: Tx, of: AccountOf): Promise<AccountFigures> {
  return {
    ...(await postedFigures(tx, of)),
    ...(await settledFigures(tx, of)),
    ...(await openFigures(tx, of)),
  };
}

const reversals = alias(documents, 'reversals');

async function postedFigures(tx: Tx, { customerId, currency, asOf, reference }: AccountOf) {
  const amount = documents.amountMinor;
  const isBilled = sql`${inArray(documents.kind, BILLED)}`;
  const isReceived = sql`${documents.kind} = 'payment' ${
    reference === undefined ? sql`` : sql`and ${paymentDetails.reference} = ${reference}`
  }`;
  const [row] = await tx
    .select({
      invoicedMinor: sumMinor(amount, isBilled),
      receivedMinor: sumMinor(sql`-${amount}`, isReceived),
      refundedMinor: sumMinor(amount, sql`${documents.kind} = 'refund'`),
    })
    .from(documents)
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .where(
      and(
        inArray(documents.kind, [...BILLED, 'payment', 'refund']),
        eq(documents.currency, currency),
        ofCustomer(documents.customerId, customerId),
        lte(documents.documentDate, asOf),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(reversals)
            .where(and(eq(reversals.reversesId, documents.id), lte(reversals.documentDate, asOf))),
        ),
      ),
    );
  return row ?? { invoicedMinor: ZERO, receivedMinor: ZERO, refundedMinor: ZERO };
}

const credits = alias(openItems, 'credits');

async function settledFigures(tx: Tx, { customerId, currency, asOf }: AccountOf) {
  const amount = allocations.amountMinor;
  const isMoney = sql`${credits.kind} in ('payment', 'transfer_out')`;
  const [row] = await tx
    .select({
      paidMinor: sumMinor(amount, isMoney),
      creditedMinor: sumMinor(amount, sql`not ${isMoney} and ${credits.kind} <> 'reversal'`),
    })
    .from(allocations)
    .innerJoin(openItems, eq(openItems.id, allocations.debitItemId))
    .innerJoin(credits, eq(credits.id, allocations.creditItemId))
    .where(
      and(
        inArray(openItems.kind, BILLED),
        eq(allocations.currency, currency),
        ofCustomer(allocations.customerId, customerId),
        lte(allocations.effectiveOn, asOf),
      ),
    );
  return row ?? { paidMinor: ZERO, creditedMinor: ZERO };
}

async function openFigures(tx: Tx, { customerId, currency, asOf }: AccountOf) {
  const items = openItemsAt({ asOf, knownAt: null }, { basis: 'due', bounds: [0] });
  const isBilled = and(inArray(items.kind, BILLED), gt(items.openMinor, ZERO));
  const [row] = await tx
    .select({
      openMinor: sumMinor(items.openMinor, isBilled),
      lateMinor: sumMinor(items.openMinor, and(isBilled, gte(items.days, 1))),
      unappliedMinor: sumMinor(sql`-${items.openMinor}`, lt(items.openMinor, ZERO)),
    })
    .from(items)
    .where(and(eq(items.currency, currency), ofCustomer(items.customerId, customerId)));
  return row ?? { openMinor: ZERO, lateMinor: ZERO, unappliedMinor: ZERO };
}

function ofCustomer(column: Parameters<typeof eq>[0], customerId: string | undefined): SQL | undefined {
  return customerId === undefined ? undefined : sql`${column} = ${customerId}`;
}
