import { requireStaff } from '@/app/_auth/actor';
import { reportJobsOf } from '@/db/queries/report-jobs';
import { withScope } from '@/db/scope';

/** How far the files are that the worker makes for whoever asks, as JSON. */
export async function GET(): Promise<Response> {
  const actor = await requireStaff('books:export');
  const jobs = await withScope(actor, 'read', (tx) => reportJobsOf(tx, actor.userId));
  return Response.json(jobs, { headers: { 'Cache-Control': 'private, no-store' } });
}
