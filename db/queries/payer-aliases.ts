import { asc, desc, eq } from 'drizzle-orm';
import { payerAliases } from '../schema/bank-decisions';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** At most so many payers are listed, those learned last. */
export const MAX_PAYERS = 500;

/** Whose money comes from an account or under a name. */
export interface PayerRow {
  readonly id: string;
  readonly kind: 'account' | 'name';
  readonly shown: string;
  readonly customerId: string;
  readonly customer: string;
  readonly createdAt: Date;
}

/** What booked lines taught, the latest first. */
export function payerList(tx: Tx): Promise<PayerRow[]> {
  return tx
    .select({
      id: payerAliases.id,
      kind: payerAliases.kind,
      shown: payerAliases.shown,
      customerId: payerAliases.customerId,
      customer: customers.name,
      createdAt: payerAliases.createdAt,
    })
    .from(payerAliases)
    .innerJoin(customers, eq(customers.id, payerAliases.customerId))
    .orderBy(desc(payerAliases.createdAt), asc(payerAliases.shown))
    .limit(MAX_PAYERS);
}
