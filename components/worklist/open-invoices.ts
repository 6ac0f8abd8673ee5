import type { OpenItemRow } from '@/db/queries/open-items';
import { type Minor, toMinor } from '@/lib/domain/money';

/** An invoice with all that is open of it. */
export interface OpenInvoice {
  readonly documentId: string;
  readonly number: string;
  readonly openMinor: Minor;
}

/** Open items by their document, in the order given: of an invoice in instalments the sum. */
export function openInvoices(debits: readonly OpenItemRow[]): OpenInvoice[] {
  const byId = new Map<string, OpenInvoice>();
  for (const { documentId, number, openMinor } of debits) {
    const before = byId.get(documentId)?.openMinor ?? 0;
    byId.set(documentId, { documentId, number, openMinor: toMinor(before + openMinor) });
  }
  return [...byId.values()];
}
