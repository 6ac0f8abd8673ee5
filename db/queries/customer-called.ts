import { eq, or, sql } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { isUuid } from '@/lib/uuid';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/**
 * The customer that somebody writes by its id, code or whole name, in whatever case.
 * @throws Refusal `not_found`, or `invalid` when several go by that name.
 */
export async function customerCalled(tx: Tx, written: string): Promise<string> {
  const found = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      or(
        isUuid(written) ? eq(customers.id, written) : undefined,
        sql`lower(${customers.code}) = lower(${written})`,
        sql`lower(${customers.name}) = lower(${written})`,
      ),
    )
    .limit(2);
  const [one, another] = found;
  if (!one) throw new Refusal('not_found', `There is no customer ${written}.`, 'customer');
  if (another)
    throw new Refusal('invalid', `Several customers are called ${written}. Give the code.`, 'customer');
  return one.id;
}
