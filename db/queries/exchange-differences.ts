import { and, eq, gte, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Rate, realisedGain, type Settlement, settledInBase, toBase } from '@/lib/domain/exchange';
import { type Minor, toMinor } from '@/lib/domain/money';
import { inChunks } from '../chunks';
import { knownBy, type Moment } from '../expressions';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** One side of an application of money: the document, and the rate it was posted with. */
export interface RatedDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly rateToBase: Rate | null;
}

/** What the change of rates made of one application of money between two documents in another currency. */
export interface ExchangeDifference {
  readonly allocationId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly effectiveOn: PlainDate;
  /** Below 0 when it takes an earlier application back. */
  readonly amountMinor: Minor;
  readonly debit: RatedDocument;
  readonly credit: RatedDocument;
  /** In the base currency: what the amount is worth at the debit's rate, and at the credit's; null without a rate. */
  readonly debitBaseMinor: Minor | null;
  readonly creditBaseMinor: Minor | null;
  /** Above 0 is a gain; null where a rate is missing. */
  readonly gainMinor: Minor | null;
}

/** Which applications are meant: those that took effect in a span, both days included, or those of one document. */
export type DifferenceFilter =
  | { readonly from: PlainDate; readonly to: PlainDate; readonly currency?: string | undefined }
  | { readonly documentId: string };

/**
 * The realised exchange difference of each application of money in another currency than `base`, in order of their days.
 * Parts of a document add up to the whole of it in the base currency: the part that leaves nothing open takes the remainder.
 * What an application was worth never changes afterwards.
 */
export async function exchangeDifferences(
  tx: Tx,
  base: string,
  filter: DifferenceFilter,
  { knownAt }: Pick<Moment, 'knownAt'>,
): Promise<ExchangeDifference[]> {
  const rows = await applications(tx, base, filter, knownAt);
  const values = await documentValues(tx, base, rows, knownAt);
  return rows.map(({ debit, credit, ...row }) => {
    const debitBaseMinor = values.get(valueKey(debit.documentId, row.allocationId)) ?? null;
    const creditBaseMinor = values.get(valueKey(credit.documentId, row.allocationId)) ?? null;
    return {
      ...row,
      debit: sideOf(debit),
      credit: sideOf(credit),
      debitBaseMinor,
      creditBaseMinor,
      gainMinor: realisedGain(debitBaseMinor, creditBaseMinor),
    };
  });
}

const debitItem = alias(openItems, 'debit_item');
const creditItem = alias(openItems, 'credit_item');
const debit = alias(documents, 'debit');
const credit = alias(documents, 'credit');

function applications(tx: Tx, base: string, filter: DifferenceFilter, knownAt: Moment['knownAt']) {
  const side = (document: typeof debit | typeof credit) => ({
    documentId: document.id,
    kind: document.kind,
    number: document.number,
    amountMinor: document.amountMinor,
    rateToBase: document.rateToBase,
  });
  return tx
    .select({
      allocationId: allocations.id,
      customerId: allocations.customerId,
      currency: allocations.currency,
      effectiveOn: allocations.effectiveOn,
      amountMinor: allocations.amountMinor,
      debit: side(debit),
      credit: side(credit),
    })
    .from(allocations)
    .innerJoin(debitItem, eq(debitItem.id, allocations.debitItemId))
    .innerJoin(creditItem, eq(creditItem.id, allocations.creditItemId))
    .innerJoin(debit, eq(debit.id, debitItem.documentId))
    .innerJoin(credit, eq(credit.id, creditItem.documentId))
    .where(and(ne(allocations.currency, base), knownBy(allocations.recordedAt, { knownAt }), within(filter)))
    .orderBy(allocations.effectiveOn, allocations.recordedAt, allocations.id);
}

function within(filter: DifferenceFilter): SQL | undefined {
  if ('documentId' in filter) return or(eq(debit.id, filter.documentId), eq(credit.id, filter.documentId));
  return and(
    gte(allocations.effectiveOn, filter.from),
    lte(allocations.effectiveOn, filter.to),
    filter.currency ? eq(allocations.currency, filter.currency) : undefined,
  );
}

type Application = Awaited<ReturnType<typeof applications>>[number];

/** What each settlement of each document is worth at the document's own rate, by `valueKey`. */
async function documentValues(
  tx: Tx,
  base: string,
  rows: readonly Application[],
  knownAt: Moment['knownAt'],
): Promise<Map<string, Minor>> {
  const rated = new Map(
    rows.flatMap(({ currency, ...row }) =>
      [row.debit, row.credit].map((document) => [document.documentId, { ...document, currency }] as const),
    ),
  );
  const histories = await settlementsOf(tx, [...rated.keys()], knownAt);
  const values = new Map<string, Minor>();
  for (const [documentId, { amountMinor: signed, rateToBase, currency }] of rated) {
    const amountMinor = toMinor(Math.abs(signed));
    const valueOf = (part: Minor) => rateToBase && toBase(part, rateToBase, currency, base);
    const baseMinor = valueOf(amountMinor);
    if (baseMinor === null) continue;
    const parts = settledInBase({ amountMinor, baseMinor }, histories.get(documentId) ?? [], valueOf);
    for (const [allocationId, value] of parts) values.set(valueKey(documentId, allocationId), value);
  }
  return values;
}

/** All that was ever applied to or from documents, in the order of recording; what one transaction took back comes first. */
async function settlementsOf(
  tx: Tx,
  documentIds: readonly string[],
  knownAt: Moment['knownAt'],
): Promise<Map<string, Settlement[]>> {
  const byDocument = new Map<string, Settlement[]>();
  await inChunks([...documentIds], async (chunk) => {
    const found = await tx
      .select({
        documentId: openItems.documentId,
        id: allocations.id,
        amountMinor: allocations.amountMinor,
        undoes: allocations.reversesId,
      })
      .from(openItems)
      .innerJoin(
        allocations,
        or(eq(allocations.debitItemId, openItems.id), eq(allocations.creditItemId, openItems.id)),
      )
      .where(and(inArray(openItems.documentId, chunk), knownBy(allocations.recordedAt, { knownAt })))
      .orderBy(allocations.recordedAt, sql`${allocations.reversesId} is null`, allocations.id);
    for (const { documentId, ...settlement } of found) {
      const known = byDocument.get(documentId);
      if (known) known.push(settlement);
      else byDocument.set(documentId, [settlement]);
    }
  });
  return byDocument;
}

function valueKey(documentId: string, allocationId: string): string {
  return `${documentId} ${allocationId}`;
}

function sideOf({ amountMinor: _amount, ...document }: Application['debit']): RatedDocument {
  return document;
}
