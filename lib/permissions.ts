import type { Actor } from './actor';

/** Everything that somebody may be allowed to do. The one list; pages, actions and routes name an entry of it. */
const ALLOWED = {
  'books:read': ['admin', 'manager'],
  'account:read': ['admin', 'manager', 'customer'],
  'books:export': ['admin', 'manager'],
  'books:write': ['admin'],
  'books:import': ['admin'],
  'activity:read': ['admin'],
  'organization:manage': ['admin'],
  'webhooks:read': ['admin'],
  'mail:manage': ['admin'],
  'portal:read': ['customer'],
  'portal:write': ['customer'],
  'account:manage': ['admin', 'manager', 'customer'],
} as const satisfies Record<string, readonly Actor['role'][]>;

export type Permission = keyof typeof ALLOWED;

/** The one place that decides who may do what. */
export function may(actor: Pick<Actor, 'role'>, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly string[]).includes(actor.role);
}
