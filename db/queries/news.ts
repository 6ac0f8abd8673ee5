import { and, desc, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';

/** How documents that are told of together came into the books. */
export type NewsOrigin = 'posted' | 'imported' | 'synced' | 'sample';

/** Something that lately became known: a payment, a bounced one, documents written or brought together, a promise. */
export type NewsItem =
  | (Named & { readonly what: 'paid' | 'reversed'; readonly method: string | null; readonly document: Ref })
  | (Named & { readonly what: 'promised'; readonly promisedFor: PlainDate })
  | (Told & {
      readonly what: 'posted';
      readonly kind: DocumentKind;
      readonly count: number;
      readonly origin: NewsOrigin;
    })
  | (Named & { readonly what: 'posted_one'; readonly kind: DocumentKind; readonly document: Ref });

interface Told {
  /** Stands for it alone. */
  readonly key: string;
  /** When the last of it was recorded. */
  readonly at: Date;
  /** Above 0. */
  readonly amountMinor: Minor;
}

interface Named extends Told {
  readonly customerId: string;
  readonly customer: string;
}

interface Ref {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
}

/** From the beginning of which day on, in which currency, and how many at most. */
interface Since {
  readonly since: PlainDate;
  readonly timeZone: string;
  readonly currency: string;
  readonly limit: number;
}

/**
 * What became known since, the newest first. Payments stand one by one, other documents by kind, day and import. So does history that
 * was brought in, payments too: it is new to the books, but nothing that happened since.
 */
export async function news(tx: Tx, asked: Since): Promise<NewsItem[]> {
  const found = [...(await documentNews(tx, asked)), ...(await promiseNews(tx, asked))];
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, asked.limit);
}

async function documentNews(tx: Tx, { currency, limit, ...from }: Since): Promise<NewsItem[]> {
  const cameAs = sql`case documents.source when 'import' then 'imported' when 'sync' then 'synced' when 'sample' then 'sample'
    else 'posted' end`;
  const isOld = sql`(${cameAs} <> 'posted' and documents.document_date < ${from.since})`;
  const isSingle = sql`((documents.kind = 'payment' or documents.reverses_id is not null) and not ${isOld})`;
  // One row per group: its first column says whether it stands for one document, which then names it.
  const group = sql`case when ${isSingle} then documents.id::text
    else concat_ws(' ', documents.kind, ${cameAs}, documents.import_id::text,
      (documents.recorded_at at time zone ${from.timeZone})::date::text) end`;
  const only = <T>(column: SQL) => sql<T>`min(${column})`;
  const rows = await tx
    .select({
      key: sql<string>`${group}`.as('news_key'),
      count: sql<number>`count(distinct documents.id)::int`,
      at: sql`max(documents.recorded_at)`.mapWith(documents.recordedAt),
      amountMinor: sql<Minor>`abs(sum(${openItems.amountMinor}))::bigint`.mapWith(toMinor),
      documentId: only<string>(sql`documents.id::text`),
      kind: only<DocumentKind>(sql`documents.kind`),
      number: only<string>(sql`documents.number`),
      customerId: only<string>(sql`customers.id::text`),
      customer: only<string>(sql`customers.name`),
      method: only<string | null>(sql`payment_details.method`),
      isReversal: sql<boolean>`bool_or(documents.reverses_id is not null)`,
      isHistory: sql<boolean>`bool_or(${isOld})`,
      origin: only<NewsOrigin>(cameAs),
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .innerJoin(customers, eq(customers.id, openItems.customerId))
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .where(and(gte(openItems.recordedAt, beginningOf(from)), eq(openItems.currency, currency)))
    .groupBy(sql`news_key`)
    .orderBy(desc(sql`max(documents.recorded_at)`))
    .limit(limit);
  return rows.map(({ count, isReversal, isHistory, origin, documentId, kind, number, method, ...row }) => {
    const document = { documentId, kind, number };
    const { key, at, amountMinor } = row;
    if (isHistory) return { what: 'posted', key, at, amountMinor, kind, count, origin };
    if (isReversal) return { ...row, what: 'reversed', method, document };
    if (kind === 'payment') return { ...row, what: 'paid', method, document };
    if (count === 1) return { ...row, what: 'posted_one', kind, document };
    return { what: 'posted', key, at, amountMinor, kind, count, origin };
  });
}

async function promiseNews(tx: Tx, { currency, limit, ...from }: Since): Promise<NewsItem[]> {
  const rows = await tx
    .select({
      key: promises.id,
      at: sql`${promises.recordedAt}`.mapWith(documents.recordedAt),
      amountMinor: promises.amountMinor,
      promisedFor: promises.promisedFor,
      customerId: customers.id,
      customer: customers.name,
    })
    .from(promises)
    .innerJoin(customers, eq(customers.id, promises.customerId))
    .where(and(gte(promises.recordedAt, beginningOf(from)), eq(promises.currency, currency)))
    .orderBy(desc(promises.recordedAt), desc(promises.id))
    .limit(limit);
  return rows.map((row) => ({ what: 'promised', ...row }));
}

function beginningOf({ since, timeZone }: Pick<Since, 'since' | 'timeZone'>): SQL {
  return sql`${since}::date::timestamp at time zone ${timeZone}`;
}
