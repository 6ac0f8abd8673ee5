'use server';
import { redirect } from 'next/navigation';
import { currentSession } from '@/app/_auth/session';
import { lookAtPortal } from '@/db/commands/look-at-portal';
import { withScope } from '@/db/scope';
import { route } from '@/lib/url';

/** Ends looking at a customer's portal, and goes back to the customer. */
export async function stopLooking(): Promise<void> {
  const session = await currentSession();
  if (session?.actor.kind !== 'staff') redirect('/');
  const { id, actor, viewingCustomerId } = session;
  await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
    lookAtPortal(tx, actor, { sessionId: id, customerId: null }),
  );
  redirect(viewingCustomerId ? route(`/customers/${viewingCustomerId}/portal`) : '/customers');
}
