import { and, inArray, ne } from 'drizzle-orm';
import { type Minor, ZERO } from '@/lib/domain/money';
import type { ReceiptParams } from '@/lib/mail/params';
import { sumMinor } from '../expressions';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { owedOf } from './owed-of';
import { type Receipt, receiptOf } from './receipts';

/** A receipt as its mail says it now, to a customer of that name; null when there is no such payment. */
export async function receiptParams(
  tx: Tx,
  documentId: string,
  customer: string,
): Promise<{ readonly receipt: Receipt; readonly params: ReceiptParams } | null> {
  const receipt = await receiptOf(tx, documentId);
  if (!receipt) return null;
  const { number, currency, amountMinor, receivedOn, method, unappliedMinor, parts } = receipt;
  const open = await openOf(
    tx,
    parts.map((part) => part.documentId),
  );
  const { owedMinor: balanceMinor } = await owedOf(tx, receipt);
  const applied = parts.map((part) => ({
    number: part.number,
    amountMinor: part.amountMinor,
    openMinor: open.get(part.documentId) ?? ZERO,
  }));
  const said = { customer, number, currency, amountMinor, receivedOn, method };
  return { receipt, params: { kind: 'receipt', ...said, applied, unappliedMinor, balanceMinor } };
}

async function openOf(tx: Tx, documentIds: readonly string[]): Promise<ReadonlyMap<string, Minor>> {
  if (documentIds.length === 0) return new Map();
  const rows = await tx
    .select({ documentId: openItems.documentId, openMinor: sumMinor(openItems.openMinor) })
    .from(openItems)
    .where(and(inArray(openItems.documentId, [...documentIds]), ne(openItems.openMinor, ZERO)))
    .groupBy(openItems.documentId);
  return new Map(rows.map(({ documentId, openMinor }) => [documentId, openMinor]));
}
