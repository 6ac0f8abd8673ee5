import { eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { ZERO } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';
import type { ImportKind } from '@/lib/import/fields';
import {
  createdOf,
  type Plan,
  type PlannedCustomer,
  type PlannedInvoice,
  type PlannedOpening,
  type PlannedPayment,
} from '@/lib/import/plan';
import { type ImportSummary, importSummarySchema } from '@/lib/import/summary';
import { Refusal } from '@/lib/refusal';
import { analyzeBooks } from '../bulk';
import { inChunks } from '../chunks';
import { insertRows } from '../insert-rows';
import { usualTerms } from '../queries/organization';
import { customers } from '../schema/customers';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';
import { allocate, magnitude } from './allocate';
import { checkImport, type ImportCheck } from './import-check';
import { IMPORT_CHUNK, lockAllCustomers, lockImport, type OnProgress } from './import-lock';
import { type Posting, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** Which import to book, and what becomes of it when rows are wrong. */
export interface BookImport {
  readonly importId: string;
  /** `stop`: nothing is booked while any row is wrong. `skip`: the good rows are. */
  readonly refused: 'stop' | 'skip';
  readonly onProgress?: OnProgress;
}

/** What was booked; `replayed` when an earlier request had booked it and this one changed nothing. */
export type BookedImport = ImportSummary & { readonly replayed: boolean };

/**
 * Books a stored import in one transaction: all that is to be booked, or nothing. The dry run is made again first, so
 * rows that were booked meanwhile are found. Asked again, it answers what it answered first. One activity row.
 * @throws Refusal `not_found`, `import_in_use`, `import_has_errors`, `invalid` (a needed column is missing, or nothing is
 * left to book), and what posting refuses when the books change meanwhile.
 */
export async function bookImport(
  tx: Tx,
  actor: Actor,
  { importId, refused, onProgress }: BookImport,
): Promise<BookedImport> {
  const { fileName, ...locked } = await lockImport(tx, importId);
  if (locked.bookedAt) return { ...importSummarySchema.parse(locked.summary), replayed: true };
  const check = await checkImport(tx, actor, importId);
  const summary = await bookChecked(tx, actor, { importId, fileName, refused, onProgress, check });
  return { ...summary, replayed: false };
}

/** As `bookImport`, for an import that the caller holds locked and whose dry run was made since. */
export async function bookChecked(
  tx: Tx,
  actor: Actor,
  { importId, fileName, refused, onProgress = () => {}, check }: BookChecked,
): Promise<ImportSummary> {
  const { kind, plan, missing, rowCount } = check;
  if (!plan)
    throw new Refusal(
      'invalid',
      missing.length > 0
        ? `Choose the column for ${missing.join(', ')} first.`
        : 'Say of which day the opening balances are first.',
    );
  assertBookable(kind, plan, refused);
  await lockAllCustomers(tx, customersOf(plan));
  await createCustomers(tx, plan.customers);
  await restoreCustomers(tx, plan);
  const work = { tx, actor, importId, onProgress };
  await post(work, plan.invoices, (invoice) => invoicePosting(invoice, importId));
  await post(work, plan.openings, (opening) => openingPosting(opening, importId));
  await bookPayments(work, plan.payments);
  const summary = summaryOf(kind, plan);
  const customerIds = [...plan.customers, ...plan.restored].map(({ id }) => id);
  await tx
    .update(imports)
    .set({ summary: { ...summary, customerIds }, rowCount, bookedAt: sql`now()` })
    .where(eq(imports.id, importId));
  await recordActivity(tx, actor, {
    verb: 'import_booked',
    objectKind: 'import',
    objectId: importId,
    after: { kind, fileName, ...summary },
  });
  return summary;
}

/** What is known of a locked import. */
export interface BookChecked extends Pick<BookImport, 'importId' | 'refused'> {
  readonly fileName: string;
  readonly onProgress?: OnProgress | undefined;
  readonly check: ImportCheck;
}

interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly importId: string;
  readonly onProgress: OnProgress;
}

function assertBookable(kind: ImportKind, plan: Plan, refused: BookImport['refused']): void {
  const wrong = new Set(plan.problems.map(({ row }) => row)).size;
  if (wrong > 0 && refused === 'stop')
    throw new Refusal(
      'import_has_errors',
      `${formatCount(wrong, 'row')} cannot be imported, so nothing was. Correct them, or import the good rows alone.`,
    );
  if (createdOf(kind, plan) === 0 && plan.alreadyThere.length === 0)
    throw new Refusal('invalid', 'No row of this file can be imported. Nothing was booked.');
}

/** Everybody in the books whom the plan touches. */
function customersOf({ invoices, payments, openings, restored, customers: made }: Plan): Set<string> {
  const posted = [...invoices, ...payments, ...openings].map(({ customerId }) => customerId);
  const isNew = new Set(made.map(({ id }) => id));
  return new Set([...posted, ...restored.map(({ id }) => id)].filter((id) => !isNew.has(id)));
}

async function createCustomers(tx: Tx, planned: readonly PlannedCustomer[]): Promise<void> {
  const usual = await usualTerms(tx);
  const rows = planned.map(({ details, ...customer }) => ({
    ...customer,
    termsDays: details?.termsDays ?? usual,
    ...(details && {
      email: details.email || null,
      phone: details.phone || null,
      address: details.address || null,
      owner: details.owner || null,
      notes: details.notes || null,
      creditLimitMinor: details.creditLimitMinor,
    }),
  }));
  const made = await insertRows(tx, customers, rows, ['orgId', 'code']);
  if (made.length < rows.length)
    throw new Refusal('duplicate', 'Somebody just created one of these customers. Check the file again.');
}

async function restoreCustomers(tx: Tx, { restored }: Plan): Promise<void> {
  await inChunks(
    restored.map(({ id }) => id),
    (chunk) => tx.update(customers).set({ archivedAt: null }).where(inArray(customers.id, chunk)),
  );
}

/** Posts what nothing is applied to. */
async function post<T>(work: Work, planned: readonly T[], postingOf: (planned: T) => Posting): Promise<void> {
  for (let at = 0; at < planned.length; at += IMPORT_CHUNK) {
    work.onProgress(at, planned.length);
    await postDocuments(work.tx, work.actor, planned.slice(at, at + IMPORT_CHUNK).map(postingOf));
    if (at === 0 && planned.length > IMPORT_CHUNK) await analyzeBooks(work.tx, planned.length);
  }
  if (planned.length > 0) work.onProgress(planned.length, planned.length);
}

async function bookPayments(work: Work, planned: readonly PlannedPayment[]): Promise<void> {
  for (let at = 0; at < planned.length; at += IMPORT_CHUNK) {
    work.onProgress(at, planned.length);
    const chunk = planned.slice(at, at + IMPORT_CHUNK);
    const posted = await postDocuments(
      work.tx,
      work.actor,
      chunk.map((payment) => paymentPosting(payment, work.importId)),
    );
    const matches = chunk.flatMap(({ parts }, i) => {
      const creditItemId = posted[i]?.itemIds[0];
      if (!creditItemId) throw new Error('a payment was not posted');
      return parts.map(({ itemId, amountMinor }) => ({ debitItemId: itemId, creditItemId, amountMinor }));
    });
    await allocate(work.tx, work.actor, matches);
    if (at === 0 && planned.length > IMPORT_CHUNK) await analyzeBooks(work.tx, planned.length);
  }
  if (planned.length > 0) work.onProgress(planned.length, planned.length);
}

function invoicePosting(invoice: PlannedInvoice, importId: string): Posting {
  const { customerId, invoiceDate, dueDate, currency, amountMinor, number, description } = invoice;
  const line = {
    description,
    quantity: '1',
    unitPriceMinor: amountMinor,
    taxPercent: '0',
    taxMinor: ZERO,
    netMinor: amountMinor,
  };
  return {
    kind: 'invoice',
    customerId,
    documentDate: invoiceDate,
    currency,
    instalments: [{ dueOn: dueDate, amountMinor }],
    number,
    source: 'import',
    importId,
    ...(description === '' ? {} : { lines: [line] }),
  };
}

function openingPosting(opening: PlannedOpening, importId: string): Posting {
  const { customerId, asOf, currency, amountMinor, number, dueDate, reason } = opening;
  return {
    kind: amountMinor > 0 ? 'opening_debit' : 'opening_credit',
    customerId,
    documentDate: asOf,
    currency,
    instalments: [{ dueOn: dueDate, amountMinor: magnitude(amountMinor) }],
    source: 'import',
    importId,
    ...(number === null ? {} : { number }),
    ...(reason === '' ? {} : { reason }),
  };
}

function paymentPosting(payment: PlannedPayment, importId: string): Posting {
  const { customerId, receivedOn, currency, amountMinor, method, reference, payer, importKey } = payment;
  return {
    kind: 'payment',
    customerId,
    documentDate: receivedOn,
    currency,
    instalments: [{ dueOn: receivedOn, amountMinor }],
    source: 'import',
    importId,
    payment: {
      method: method || 'Imported',
      importKey,
      ...(reference === '' ? {} : { reference }),
      ...(payer === '' ? {} : { payer }),
    },
  };
}

function summaryOf(kind: ImportKind, plan: Plan): ImportSummary {
  return {
    created: createdOf(kind, plan),
    alreadyThere: plan.alreadyThere.length,
    refused: new Set(plan.problems.map(({ row }) => row)).size,
    newCustomers: plan.customers.length,
    restoredCustomers: plan.restored.length,
    totals: [...plan.totals],
  };
}
