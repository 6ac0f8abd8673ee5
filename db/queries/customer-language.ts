import { eq } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** The language that a customer is written to in. @throws Refusal `not_found` when the customer is not there. */
export async function languageOfCustomer(tx: Tx, customerId: string): Promise<string> {
  const [customer] = await tx
    .select({ language: customers.language })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  return customer.language;
}
