import { customers } from '@/db/schema/customers';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';

/** The code of every customer, by id. */
export async function codesOf(actor: StaffActor): Promise<Map<string, string>> {
  const rows = await withScope(actor, 'read', (tx) =>
    tx.select({ id: customers.id, code: customers.code }).from(customers),
  );
  return new Map(rows.map(({ id, code }) => [id, code ?? '']));
}
