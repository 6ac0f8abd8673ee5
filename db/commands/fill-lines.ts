import { asc, inArray } from 'drizzle-orm';
import type { LineInput } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { beneficiaries, services } from '../schema/catalogue';
import type { Tx } from '../scope';

/** A line of an invoice; what it leaves out is its service's. */
export interface BilledLine {
  readonly serviceId?: string | undefined;
  /** On whose behalf. */
  readonly beneficiaryId?: string | undefined;
  readonly description?: string | undefined;
  readonly quantity: string;
  readonly unitPriceMinor?: Minor | undefined;
  readonly taxPercent?: string | undefined;
}

/** A line with everything that pricing and posting need. */
export type FilledLine = LineInput & { readonly serviceId?: string; readonly beneficiaryId?: string };

interface Billing {
  readonly customerId: string;
  readonly currency: string;
  /** A rhythm goes on billing what was taken off the catalogue since. */
  readonly isRecurring?: boolean;
}

/**
 * Fills in what lines leave to their services, and holds services and beneficiaries until the transaction ends: nobody
 * deletes meanwhile what is about to be billed.
 * @throws Refusal `not_found`, `invalid` (a line without a description or price, a service or beneficiary that is not active),
 * `currency_mismatch` for the fee of a service in another currency, `customer_mismatch` for another's beneficiary.
 */
export async function fillLines(
  tx: Tx,
  lines: readonly BilledLine[],
  billing: Billing,
): Promise<FilledLine[]> {
  const found = await servicesOf(tx, lines);
  await assertBeneficiaries(tx, lines, billing);
  return lines.map(({ serviceId, beneficiaryId, quantity, ...line }, at) => {
    const service = serviceId === undefined ? undefined : found.get(serviceId);
    if (serviceId !== undefined && !service)
      throw new Refusal('not_found', 'That service does not exist.', `lines.${at}.serviceId`);
    if (service && !service.isActive && !billing.isRecurring)
      throw new Refusal('invalid', `${service.name} is no longer offered.`, `lines.${at}.serviceId`);
    if (service && line.unitPriceMinor === undefined && service.currency !== billing.currency)
      throw new Refusal(
        'currency_mismatch',
        `The fee of ${service.name} is in ${service.currency}. Enter a price in ${billing.currency}.`,
        `lines.${at}.unitPrice`,
      );
    const description = line.description ?? service?.description ?? service?.name;
    const unitPriceMinor = line.unitPriceMinor ?? service?.feeMinor;
    if (description === undefined || unitPriceMinor === undefined)
      throw new Refusal('invalid', 'A line needs a description and a price, or a service.', `lines.${at}`);
    return {
      description,
      quantity,
      unitPriceMinor,
      taxPercent: line.taxPercent ?? service?.taxPercent ?? '0',
      ...(serviceId === undefined ? {} : { serviceId }),
      ...(beneficiaryId === undefined ? {} : { beneficiaryId }),
    };
  });
}

async function servicesOf(tx: Tx, lines: readonly BilledLine[]) {
  const ids = [...new Set(lines.flatMap((line) => line.serviceId ?? []))];
  if (ids.length === 0) return new Map<string, typeof services.$inferSelect>();
  const rows = await tx
    .select()
    .from(services)
    .where(inArray(services.id, ids))
    .orderBy(asc(services.id))
    .for('key share');
  return new Map(rows.map((row) => [row.id, row]));
}

async function assertBeneficiaries(
  tx: Tx,
  lines: readonly BilledLine[],
  { customerId, isRecurring }: Billing,
): Promise<void> {
  const ids = [...new Set(lines.flatMap((line) => line.beneficiaryId ?? []))];
  if (ids.length === 0) return;
  const rows = await tx
    .select()
    .from(beneficiaries)
    .where(inArray(beneficiaries.id, ids))
    .orderBy(asc(beneficiaries.id))
    .for('key share');
  if (rows.length < ids.length)
    throw new Refusal('not_found', 'That beneficiary does not exist.', 'beneficiaryId');
  for (const row of rows) {
    if (row.customerId !== null && row.customerId !== customerId)
      throw new Refusal('customer_mismatch', `${row.name} belongs to another customer.`, 'beneficiaryId');
    if (!row.isActive && !isRecurring)
      throw new Refusal('invalid', `${row.name} is no longer active.`, 'beneficiaryId');
  }
}
