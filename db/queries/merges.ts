import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { customerMerges } from '../schema/customer-merges';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** A merge that holds. */
export interface Merge {
  readonly id: string;
  readonly intoId: string;
  /** The name of the one that goes on. */
  readonly into: string;
  readonly mergedOn: PlainDate;
  readonly transferIds: readonly string[];
  /** Memberships that went along, and that ended. */
  readonly movedLogins: string[];
  readonly movedKeys: string[];
  readonly endedLogins: string[];
}

/** Into whom a customer is merged; null when it is not. */
export async function mergeOf(tx: Tx, customerId: string): Promise<Merge | null> {
  const into = alias(customers, 'into_customer');
  const [merge] = await tx
    .select({
      id: customerMerges.id,
      intoId: customerMerges.intoId,
      into: into.name,
      mergedOn: customerMerges.mergedOn,
      transferIds: customerMerges.transferIds,
      movedLogins: customerMerges.movedLogins,
      movedKeys: customerMerges.movedKeys,
      endedLogins: customerMerges.endedLogins,
    })
    .from(customerMerges)
    .innerJoin(into, eq(into.id, customerMerges.intoId))
    .where(and(eq(customerMerges.customerId, customerId), isNull(customerMerges.undoneAt)));
  return merge ?? null;
}

/** Customers that are listed as merged into one. */
const MOST = 20;

/** Who was merged into a customer, by name. */
export function mergedInto(
  tx: Tx,
  intoId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx
    .select({ id: customers.id, name: customers.name })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.customerId))
    .where(and(eq(customerMerges.intoId, intoId), isNull(customerMerges.undoneAt)))
    .orderBy(customers.name)
    .limit(MOST);
}
