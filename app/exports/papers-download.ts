import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { queueReportJob } from '@/db/commands/queue-report-job';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import type { SearchParams } from '@/lib/filters';
import { formatCount } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { type Params, paramsOf, withParams } from '@/lib/url';
import { beingMade } from './being-made';
import { fileDownload, told } from './download';

/** Papers of many customers in one PDF. `F` are the filters of their page. */
interface PapersFile<F> {
  readonly read: (
    params: SearchParams,
    org: Organization,
  ) => { readonly filters: F; readonly dropped: readonly string[] };
  readonly fileName: (filters: F, org: Organization) => string;
  /** The file; null when it was left to the worker. */
  readonly make: (
    actor: StaffActor,
    asked: { readonly filters: F; readonly fileName: string },
  ) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The route of such a file, or of the list of reports where the worker leaves it. */
export function papersDownload<F>({
  read,
  fileName,
  make,
}: PapersFile<F>): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const actor = await requireStaff('books:export');
    const { filters, dropped } = read(paramsOf(request.nextUrl.searchParams), actor.org);
    if (dropped.length > 0)
      return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
    const name = fileName(filters, actor.org);
    try {
      const file = await make(actor, { filters, fileName: name });
      return file ? fileDownload(name, 'application/pdf', [file]) : beingMade(request);
    } catch (error) {
      if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
      if (error instanceof Refusal) return told(422, error.message);
      throw error;
    }
  };
}

/** Papers that are too many to be made at once. */
interface ManyPapers {
  readonly kind: 'invoices' | 'statements';
  /** How many they are, and how many one file holds. */
  readonly count: number;
  readonly most: number;
  /** The filters of their page. */
  readonly params: Params;
  readonly fileName: string;
}

/** Puts papers on the list of the worker. @throws Refusal `too_many` when one file does not hold them; TooMany when the list is long. */
export async function leaveToWorker(
  actor: StaffActor,
  { kind, count, most, params, fileName }: ManyPapers,
): Promise<void> {
  if (count > most)
    throw new Refusal(
      'too_many',
      `These are ${formatCount(count, kind.slice(0, -1))}; one file holds ${formatCount(most)}. Choose fewer.`,
    );
  const query = withParams('', params, {}).slice(1);
  const job = { kind, params: { query, by: actor.name }, fileName };
  await withScope(actor, 'write', (tx) => queueReportJob(tx, actor, job));
}
