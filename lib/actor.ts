import type { AgingBasis } from './domain/aging';

/** The business whose books are open: what every page needs to know of it. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 base currency. */
  readonly currency: string;
  /** IANA name; "today" and every due date are days of this zone. */
  readonly timeZone: string;
  readonly agingBasis: AgingBasis;
  readonly bounds: readonly number[];
  /** True for the generated books that may be removed whole. */
  readonly isSample: boolean;
}

export type StaffRole = 'admin' | 'manager';

/** Somebody of the business, in the browser or by API key. `userId` is null for a key and for the command line. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly role: StaffRole;
  readonly userId: string | null;
  readonly name: string;
  readonly org: Organization;
}

/** A person of one customer in the portal, or its API key (`userId` null). Sees that customer's rows and no others. */
export interface CustomerActor {
  readonly kind: 'customer';
  readonly role: 'customer';
  readonly userId: string | null;
  readonly name: string;
  readonly customerId: string;
  readonly org: Organization;
}

/** Who is asking. Built only from a session row, an API key row, or the command line; never from a request body. */
export type Actor = StaffActor | CustomerActor;

/**
 * What acts when there is no person: `auth` before there is an actor (sign-in, registration, keys; with `org` it may
 * also note the event in that organization's activity), `job` to find out which organizations there are.
 */
export type SystemActor =
  | { readonly kind: 'auth'; readonly org?: Pick<Organization, 'id'> }
  | { readonly kind: 'job' };
