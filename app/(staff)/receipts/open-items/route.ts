import { requireStaff } from '@/app/_auth/actor';
import { openDebits } from '@/db/queries/open-debits';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { isUuid } from '@/lib/uuid';

/** What a customer has open in a currency, for a line that is edited. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireStaff('books:write');
  const { searchParams } = new URL(request.url);
  const [customer, currency] = [searchParams.get('customer') ?? '', searchParams.get('currency') ?? ''];
  if (!isUuid(customer) || !isCurrency(currency)) return Response.json([], { status: 400 });
  const debits = await withScope(actor, 'read', (tx) => openDebits(tx, customer, currency));
  return Response.json(debits, { headers: { 'Cache-Control': 'private, no-store' } });
}
