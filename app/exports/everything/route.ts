import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { recordActivity } from '@/db/commands/record-activity';
import { withScope, withStoppableScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { streamedDownload } from '../stream';
import { writeEverything } from './file';

/** Milliseconds that the file may take to be sent. */
const WITHIN = 1_800_000;

/** All books of the business as a zip of CSV files. That it was asked for is noted first: a part of it is taken away as well. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('organization:manage');
  const { id, name, currency, timeZone } = actor.org;
  const today = todayIn(timeZone);
  await withScope(actor, 'write', (tx) =>
    recordActivity(tx, actor, { verb: 'data_exported', objectKind: 'organization', objectId: id }),
  );
  const facts = `${name}, taken away on ${today} by ${actor.name}. Base currency ${currency}, time zone ${timeZone}.\n`;
  return streamedDownload({
    fileName: `everything_${today}.zip`,
    type: 'application/zip',
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(actor, 'read', (tx) => writeEverything(tx, write, facts), {
        within: WITHIN,
        signal,
      }),
  });
}
