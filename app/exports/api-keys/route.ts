import { requireStaff } from '@/app/_auth/actor';
import { apiKeyList } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import { type CsvColumn, csvFile } from '@/lib/csv';
import { todayIn } from '@/lib/domain/dates';
import { keyMay } from '@/lib/key-words';
import { csvDownload } from '../download';

type Key = Awaited<ReturnType<typeof apiKeyList>>[number];

const COLUMNS: readonly CsvColumn<Key>[] = [
  { heading: 'Used by', type: 'text', cell: (key) => key.name },
  { heading: 'Begins with', type: 'text', cell: (key) => key.prefix },
  { heading: 'May', type: 'text', cell: keyMay },
  { heading: 'Made', type: 'text', cell: (key) => key.createdAt.toISOString() },
  { heading: 'Last used', type: 'text', cell: (key) => key.lastUsedAt?.toISOString() ?? null },
  { heading: 'Ends', type: 'text', cell: (key) => key.expiresAt?.toISOString() ?? null },
  { heading: 'Revoked', type: 'text', cell: (key) => key.revokedAt?.toISOString() ?? null },
];

/** The keys of the business as CSV; none of them can be read back. */
export async function GET(): Promise<Response> {
  const actor = await requireStaff('organization:manage');
  const keys = await withScope(actor, 'read', apiKeyList);
  return csvDownload(`api-keys_${todayIn(actor.org.timeZone)}.csv`, [...csvFile(COLUMNS, keys)]);
}
