import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { addMonths, todayIn } from '@/lib/domain/dates';
import { toMinor, ZERO } from '@/lib/domain/money';
import { type SampleDebt, sampleStatement } from '@/lib/sample/bank';
import { SAMPLE_RENTAL, SAMPLE_SERVICES } from '@/lib/sample/services';
import { uuid7 } from '@/lib/uuid';
import { services } from '../schema/catalogue';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { createRecurringInvoice } from './create-recurring-invoice';
import { takeInStatement } from './take-in-statement';

/** Open invoices that the lines of the bank are about. */
const DEBTS = 40;

/**
 * What lies on the desk of the sample books beside the ledger: a catalogue, two machines that are rented out by the month, and this
 * morning's bank statement, which nobody has matched yet.
 */
export async function bookSampleDesk(tx: Tx, actor: StaffActor): Promise<void> {
  const { currency, timeZone } = actor.org;
  const today = todayIn(timeZone);
  const rows = SAMPLE_SERVICES.map(({ name, priceMinor, taxPercent }) => {
    return { id: uuid7(), name, feeMinor: priceMinor, taxPercent, currency };
  });
  await tx.insert(services).values(rows);
  const debts = await openDebts(tx, currency);
  const rental = rows.find(({ name }) => name === SAMPLE_RENTAL);
  const renters = [...new Set(debts.map(({ customerId }) => customerId))].slice(0, 2);
  const startsOn = addMonths(today, 1);
  for (const [i, customerId] of renters.entries())
    await createRecurringInvoice(tx, actor, {
      customerId,
      currency,
      lines: [{ serviceId: rental?.id, quantity: String(i + 1) }],
      every: 'month',
      startsOn,
      endsOn: null,
    });
  const bytes = new TextEncoder().encode(sampleStatement(debts, today));
  await takeInStatement(tx, actor, { fileName: `first-harbor-${today}.csv`, bytes });
}

/** Open invoices in a currency, the latest first: what is paid next. */
async function openDebts(tx: Tx, currency: string): Promise<SampleDebt[]> {
  const rows = await tx
    .select({
      customerId: customers.id,
      customer: customers.name,
      number: documents.number,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .innerJoin(customers, eq(customers.id, openItems.customerId))
    .where(
      and(
        inArray(openItems.kind, ['invoice']),
        eq(openItems.currency, currency),
        gt(openItems.openMinor, ZERO),
      ),
    )
    .orderBy(sql`${openItems.dueOn} desc, ${documents.number}`)
    .limit(DEBTS);
  return rows.map((row) => ({ ...row, openMinor: toMinor(row.openMinor) }));
}
