import { createApiKey } from '@/db/commands/create-api-key';
import { registerOrganization } from '@/db/commands/register-organization';
import { withScope } from '@/db/scope';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { uuid7 } from '@/lib/uuid';
import { actorOf } from '../cli/organization';
import type { Keys } from './run-case';

/** A fresh organization with an administrator who cannot sign in, and keys of it. */
export async function newBooks(currency: string): Promise<Keys> {
  const orgId = uuid7();
  const facts = { orgId, orgName: `Case ${orgId}`, currency, timeZone: 'UTC' };
  const person = { name: 'Case', email: `${orgId}@example.com`, passwordHash: '' };
  await withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    registerOrganization(tx, { ...facts, ...person }),
  );
  const settings = { agingBasis: 'due', bounds: DEFAULT_BOUNDS, isSample: false } as const;
  const actor = actorOf({ id: orgId, name: facts.orgName, currency, timeZone: 'UTC', ...settings });
  const make = async (whose: { role: 'admin' } | { role: 'customer'; customerId: string }) =>
    (
      await withScope(actor, 'write', (tx) =>
        createApiKey(tx, actor, { name: 'Cases', callsPerMinute: 1_000_000, ...whose }),
      )
    ).key;
  return {
    admin: await make({ role: 'admin' }),
    ofCustomer: (customerId) => make({ role: 'customer', customerId }),
  };
}
