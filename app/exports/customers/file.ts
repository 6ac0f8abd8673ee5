import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { customerBatches } from '@/db/queries/customer-list';
import { customerStandings } from '@/db/queries/customer-standing';
import { lastRecorded } from '@/db/queries/last-recorded';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { csvHead, csvLines } from '@/lib/csv';
import type { CustomerFilters } from '@/lib/customer-filters';
import type { PlainDate } from '@/lib/domain/dates';
import type { Write } from '../stream';
import { customerColumns } from './columns';

/** Writes the customers that the filters match, in the order of the list, and notes at the end that they were taken away. */
export async function writeCustomerFile(
  tx: Tx,
  actor: StaffActor,
  asked: { readonly filters: CustomerFilters; readonly asOf: PlainDate; readonly write: Write },
): Promise<void> {
  const { filters, asOf } = asked;
  const knownAt = await lastRecorded(tx);
  const moment = { asOf, knownAt };
  const columns = customerColumns(filters.currency);
  const hash = createHash('sha256');
  const write = async (piece: string) => {
    hash.update(piece);
    await asked.write(piece);
  };
  await write(csvHead(columns));
  for await (const rows of customerBatches(tx, filters, moment)) {
    const ids = rows.map(({ id }) => id);
    const standings = await customerStandings(tx, { ...moment, currency: filters.currency }, ids);
    const lines = rows.map((row) => ({ ...row, standing: standings.get(row.id) }));
    for (const piece of csvLines(columns, lines)) await write(piece);
  }
  const { after: _after, ...kept } = filters;
  await recordReportRun(tx, actor, {
    kind: 'customers',
    asOf,
    knownAt,
    filters: kept,
    fileHash: hash.digest('hex'),
  });
}
