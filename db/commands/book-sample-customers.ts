import type { SampleCustomer } from '@/lib/sample/plan';
import { uuid7 } from '@/lib/uuid';
import { inChunks } from '../chunks';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';

/** Creates the customers of a plan with their contacts. Answers their ids by key. Notes no activity. */
export async function bookSampleCustomers(
  tx: Tx,
  planned: readonly SampleCustomer[],
): Promise<Map<string, string>> {
  const ids = new Map(planned.map(({ key }) => [key, uuid7()]));
  const people = planned.flatMap(({ key, contacts: named }) =>
    named.map(({ roles, ...contact }) => ({ ...contact, roles: [...roles], customerId: ids.get(key) ?? '' })),
  );
  const rows = planned.map(({ key, parent, tags, contacts: _people, habit: _habit, ...customer }) => ({
    ...customer,
    id: ids.get(key) ?? '',
    code: key,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    tags: [...tags],
  }));
  await inChunks(rows, (chunk) => tx.insert(customers).values(chunk));
  await inChunks(people, (chunk) => tx.insert(contacts).values(chunk));
  return ids;
}
