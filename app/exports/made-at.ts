import type { StoredReportRun } from '@/db/queries/report-runs';
import { Refusal } from '@/lib/refusal';

/** When a report was made, which stands in its file. @throws Refusal `invalid` when that was not kept. */
export function madeAtOf({ madeAt }: Pick<StoredReportRun, 'madeAt'>): Date {
  if (madeAt) return madeAt;
  throw new Refusal('invalid', 'Of this file it was not kept when it was made: it cannot be made again.');
}
