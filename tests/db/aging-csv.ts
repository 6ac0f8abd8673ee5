import { writeAgingFile } from '@/app/exports/aging/file';
import type { AgingDetail } from '@/db/queries/aging-paper';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';

/** The aging report as CSV, taken as the page of downloads takes it. */
export async function agingCsv(
  actor: StaffActor,
  filters: AgingFilters,
  detail: AgingDetail = 'customers',
): Promise<string> {
  let file = '';
  const write = (piece: string) => Promise.resolve(void (file += piece));
  await writeAgingFile(actor, { filters, detail, write, signal: new AbortController().signal });
  return file;
}
