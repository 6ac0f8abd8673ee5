import type { Actor } from './actor';

/** What a key may do, in words: "read and write". */
export function keyMay({
  role,
  customer,
}: {
  readonly role: Actor['role'];
  readonly customer: string | null;
}): string {
  if (role === 'customer') return `read what ${customer ?? 'a customer'} owes`;
  return role === 'admin' ? 'read and write' : 'read';
}
