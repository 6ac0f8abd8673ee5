import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { billingAccount } from '@/db/queries/billing-account';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import { isUuid } from '@/lib/uuid';

/** What whoever writes an invoice should know of its customer, in the currency of the invoice. */
export async function GET(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireStaff('books:read');
  const { id } = await params;
  const currency = request.nextUrl.searchParams.get('currency') ?? actor.org.currency;
  if (!isUuid(id) || !isCurrency(currency)) notFound();
  const today = todayIn(actor.org.timeZone);
  const account = await withScope(actor, 'read', (tx) =>
    billingAccount(tx, { customerId: id, currency, today }),
  );
  if (!account) notFound();
  return Response.json(account, { headers: { 'Cache-Control': 'private, no-store' } });
}
