import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { lastRecorded } from '@/db/queries/last-recorded';
import { paymentBatches } from '@/db/queries/payment-book';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { csvHead, csvLines } from '@/lib/csv';
import type { PlainDate } from '@/lib/domain/dates';
import type { PaymentFilters } from '@/lib/payment-filters';
import type { Write } from '../stream';
import { PAYMENT_COLUMNS } from './columns';

/** Writes the payments that the filters match, in the order of the list, and notes at the end that they were taken away. */
export async function writePaymentFile(
  tx: Tx,
  actor: StaffActor,
  asked: { readonly filters: PaymentFilters; readonly asOf: PlainDate; readonly write: Write },
): Promise<void> {
  const { filters, asOf } = asked;
  const knownAt = await lastRecorded(tx);
  const hash = createHash('sha256');
  const write = async (piece: string) => {
    hash.update(piece);
    await asked.write(piece);
  };
  await write(csvHead(PAYMENT_COLUMNS));
  for await (const rows of paymentBatches(tx, filters))
    for (const piece of csvLines(PAYMENT_COLUMNS, rows)) await write(piece);
  const { after: _after, ...kept } = filters;
  await recordReportRun(tx, actor, {
    kind: 'payments',
    asOf,
    knownAt,
    filters: kept,
    fileHash: hash.digest('hex'),
  });
}
