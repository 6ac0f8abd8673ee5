import { requireStaff } from '@/app/_auth/actor';
import { customerOptions } from '@/db/queries/customers';
import { withScope } from '@/db/scope';

/** The customers that a picker offers for what was typed so far. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireStaff('books:read');
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? '';
  const options = await withScope(actor, 'read', (tx) => customerOptions(tx, q));
  return Response.json(options, { headers: { 'Cache-Control': 'private, no-store' } });
}
