import { asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { addDays, type PlainDate, todayIn } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { creditHolds } from '../queries/credit-holds';
import { beneficiaries, services } from '../schema/catalogue';
import type { Tx } from '../scope';
import { type LockedCustomer, lockCustomers } from './lock-customers';
import { type Posted, type Posting, postDocuments } from './post-documents';
import { recordActivities } from './record-activity';

/** Who is billed, on whose behalf, and how much. The price is in the customer's currency. */
export interface BatchRow {
  readonly customerId: string;
  readonly beneficiaryId: string | null;
  /** Exact decimal as text. */
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
}

/** One service to bill to many at once. */
export interface PostInvoiceBatch {
  /** Names the batch: what was posted is found by it. */
  readonly batchId: string;
  readonly serviceId: string;
  readonly invoiceDate: PlainDate;
  readonly rows: readonly BatchRow[];
}

/** Invoices that one batch may post. */
export const MOST_IN_BATCH = 500;

/**
 * Posts an invoice for every row, due by its customer's terms: all of them or none.
 * @throws Refusal `invalid` (no row, a service or beneficiary that is not active), `too_many`, `duplicate` (the same twice),
 * `not_found`, `customer_mismatch`, `credit_hold`, `amount_must_be_positive`; as `postDocuments`.
 */
export async function postInvoiceBatch(
  tx: Tx,
  actor: Actor,
  { batchId, serviceId, invoiceDate, rows }: PostInvoiceBatch,
): Promise<{ posted: Posted[] }> {
  assertRows(rows);
  const ids = rows.map((row) => row.customerId);
  const customers = await lockCustomers(tx, ids);
  const service = await heldService(tx, serviceId);
  await assertBeneficiaries(tx, rows);
  const holds = await creditHolds(tx, ids, todayIn(actor.org.timeZone));
  const postings = rows.map((row) => {
    const customer = customers.get(row.customerId);
    if (!customer) throw new Error('a row lost its customer');
    const hold = holds.get(customer.id);
    if (hold !== undefined)
      throw new Refusal(
        'credit_hold',
        `${customer.name} is on credit hold: ${hold}. Leave it out, or release the hold.`,
      );
    return postingOf(row, { customer, service, invoiceDate });
  });
  const posted = await postDocuments(tx, actor, postings);
  await recordActivities(tx, actor, [
    ...posted.map(({ documentId, number }, i) => ({
      verb: 'invoice_posted',
      objectKind: 'document',
      objectId: documentId,
      customerId: ids[i] ?? '',
      after: {
        number,
        amountMinor: postings[i]?.instalments[0]?.amountMinor,
        currency: postings[i]?.currency,
        dueOn: postings[i]?.instalments[0]?.dueOn,
      },
    })),
    {
      verb: 'invoices_batched',
      objectKind: 'invoice_batch',
      objectId: batchId,
      after: {
        service: service.name,
        count: posted.length,
        documentIds: posted.map(({ documentId }) => documentId),
      },
    },
  ]);
  return { posted };
}

function assertRows(rows: readonly BatchRow[]): void {
  if (rows.length === 0) throw new Refusal('invalid', 'Choose at least one to bill.');
  if (rows.length > MOST_IN_BATCH)
    throw new Refusal('too_many', `One press bills at most ${MOST_IN_BATCH}. Choose fewer.`);
  const keys = new Set(rows.map((row) => `${row.customerId} ${row.beneficiaryId}`));
  if (keys.size < rows.length) throw new Refusal('duplicate', 'The same is chosen twice.');
}

/** The service, which nobody deletes until the transaction ends. */
async function heldService(tx: Tx, serviceId: string): Promise<typeof services.$inferSelect> {
  const [service] = await tx.select().from(services).where(eq(services.id, serviceId)).for('key share');
  if (!service) throw new Refusal('not_found', 'That service does not exist.', 'serviceId');
  if (!service.isActive) throw new Refusal('invalid', `${service.name} is no longer offered.`, 'serviceId');
  return service;
}

async function assertBeneficiaries(tx: Tx, rows: readonly BatchRow[]): Promise<void> {
  const payers = new Map(
    rows.flatMap((row) => (row.beneficiaryId === null ? [] : [[row.beneficiaryId, row.customerId] as const])),
  );
  if (payers.size === 0) return;
  const found = await tx
    .select()
    .from(beneficiaries)
    .where(inArray(beneficiaries.id, [...payers.keys()]))
    .orderBy(asc(beneficiaries.id))
    .for('key share');
  if (found.length < payers.size) throw new Refusal('not_found', 'That beneficiary does not exist.');
  for (const { id, name, customerId, isActive } of found) {
    if (customerId !== null && customerId !== payers.get(id))
      throw new Refusal('customer_mismatch', `${name} belongs to another customer.`);
    if (!isActive) throw new Refusal('invalid', `${name} is no longer active.`);
  }
}

interface Billed {
  readonly customer: LockedCustomer;
  readonly service: typeof services.$inferSelect;
  readonly invoiceDate: PlainDate;
}

function postingOf(
  { beneficiaryId, quantity, unitPriceMinor }: BatchRow,
  { customer, service, invoiceDate }: Billed,
): Posting {
  const line = {
    description: service.description ?? service.name,
    quantity,
    unitPriceMinor,
    taxPercent: service.taxPercent,
    serviceId: service.id,
    ...(beneficiaryId === null ? {} : { beneficiaryId }),
  };
  const lines = priceLines([line]);
  const { totalMinor, taxMinor } = linesTotal(lines);
  if (totalMinor <= 0)
    throw new Refusal('amount_must_be_positive', `The invoice of ${customer.name} needs a total above zero.`);
  return {
    kind: 'invoice',
    customerId: customer.id,
    documentDate: invoiceDate,
    currency: customer.currency,
    instalments: [{ dueOn: addDays(invoiceDate, customer.termsDays), amountMinor: totalMinor }],
    taxMinor,
    source: 'staff',
    lines,
  };
}
