import { requireStaff } from '@/app/_auth/actor';
import { serviceList } from '@/db/queries/catalogue';
import { withScope } from '@/db/scope';

/** Services that a line offers at once. */
const OFFERED = 8;

/** The services in use that a line of an invoice offers for what was typed so far, by name. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireStaff('books:read');
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? '';
  const { rows } = await withScope(actor, 'read', (tx) =>
    serviceList(tx, { isActive: true, q }, { limit: OFFERED, after: null }),
  );
  const options = rows.map(({ id, name, description, currency, feeMinor, taxPercent }) => ({
    id,
    name,
    description,
    currency,
    feeMinor,
    taxPercent,
  }));
  return Response.json(options, { headers: { 'Cache-Control': 'private, no-store' } });
}
