import { createHash } from 'node:crypto';
import type { PaymentRow } from './read-rows';

/**
 * What makes a payment of a file the same payment when it comes again: SHA-256 of what the row says and of how many equal
 * rows stand above it. `generation` counts the times it was booked and reversed before.
 */
export function importKey(
  row: Omit<PaymentRow, 'customer' | 'row' | 'method' | 'payer'>,
  { customerId, occurrence, generation }: KeyParts,
): string {
  const parts = [
    'payment',
    customerId,
    row.receivedOn,
    row.amountMinor,
    row.currency,
    row.reference,
    row.invoiceNumber,
    occurrence,
    ...(generation > 0 ? [generation] : []),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What a key holds besides the row's own words. */
export interface KeyParts {
  readonly customerId: string;
  /** 0 for the first of equal rows in a file. */
  readonly occurrence: number;
  readonly generation: number;
}
