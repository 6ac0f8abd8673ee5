import 'server-only';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import type { Actor, CustomerActor, StaffActor } from '@/lib/actor';
import { PATH_HEADER, PORTAL_PATH, signInPath } from '@/lib/next-path';
import { may, type Permission } from '@/lib/permissions';
import { currentSession } from './session';

/** Who is asking, or null for a visitor, and for whoever has to add a second factor before anything else. */
export async function currentActor(): Promise<(Actor & { readonly userId: string }) | null> {
  const session = await currentSession();
  return session && !session.mustEnrol ? session.actor : null;
}

/**
 * Who is asking, when they may: for a page of the staff. A visitor goes to sign in and comes back, a customer is led to
 * the portal, and to staff without the permission the page is forbidden.
 */
export async function requireStaff(
  permission: Permission,
): Promise<StaffActor & { readonly userId: string }> {
  const actor = await signedIn();
  if (actor.kind === 'customer') redirect(PORTAL_PATH);
  return may(actor, permission) ? actor : forbidden();
}

/**
 * Who is asking: for a page of the portal. A visitor goes to sign in and comes back. Staff go to their start page, but for who
 * looks at a customer's portal: a customer without a person, to whom the database lets nothing be written.
 */
export async function requireCustomer(): Promise<CustomerActor> {
  const actor = await signedIn();
  if (actor.kind === 'customer') return may(actor, 'portal:read') ? actor : forbidden();
  const customerId = (await currentSession())?.viewingCustomerId;
  if (!customerId || !may(actor, 'books:read')) redirect('/');
  const { name, org } = actor;
  return { kind: 'customer', role: 'customer', userId: null, name, customerId, org };
}

async function signedIn(): Promise<Actor & { readonly userId: string }> {
  const session = await currentSession();
  if (!session) redirect(signInPath((await headers()).get(PATH_HEADER) ?? '/'));
  if (session.mustEnrol) redirect('/second-factor');
  return session.actor;
}
