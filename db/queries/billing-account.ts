import { and, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { beneficiaryList } from './catalogue';
import { creditHolds } from './credit-holds';
import type { CustomerOption } from './customers';
import { recipientsOf } from './recipients';

/** What whoever bills a customer should know of it. Amounts are of one currency. */
export interface BillingAccount {
  readonly customer: CustomerOption;
  readonly address: string | null;
  /** Where its bills are mailed; null when nowhere. */
  readonly billsTo: string | null;
  /** What the customer owes, credits taken off. */
  readonly balanceMinor: Minor;
  /** Of what it owes, the part that is past due. */
  readonly lateMinor: Minor;
  /** Credit that no invoice has taken, 0 or above. */
  readonly creditMinor: Minor;
  /** In the customer's own currency; null without a limit, or in another currency. */
  readonly limitMinor: Minor | null;
  /** Why no more credit is given; null when it is. */
  readonly hold: string | null;
  /** Those in use that a line can name, by name. */
  readonly beneficiaries: readonly { readonly id: string; readonly name: string }[];
}

/** Beneficiaries of one customer that a line can be given. */
const MOST_BENEFICIARIES = 200;

/** The account of a customer in a currency as of today; null when there is no such customer. For staff. */
export async function billingAccount(
  tx: Tx,
  { customerId, currency, today }: { customerId: string; currency: string; today: PlainDate },
): Promise<BillingAccount | null> {
  const [row] = await tx
    .select({
      customer: {
        id: customers.id,
        name: customers.name,
        code: customers.code,
        currency: customers.currency,
        termsDays: customers.termsDays,
      },
      address: customers.address,
      balanceMinor: sumMinor(openItems.openMinor),
      lateMinor: sumMinor(
        openItems.openMinor,
        sql`${openItems.openMinor} > 0 and ${openItems.dueOn} < ${today}`,
      ),
      creditMinor: sumMinor(sql`-${openItems.openMinor}`, sql`${openItems.openMinor} < 0`),
      limitMinor: sql<Minor | null>`case when ${customers.currency} = ${currency}
        then ${customers.creditLimitMinor} end`.mapWith(customers.creditLimitMinor),
    })
    .from(customers)
    .leftJoin(openItems, and(eq(openItems.customerId, customers.id), eq(openItems.currency, currency)))
    .where(eq(customers.id, customerId))
    .groupBy(customers.id);
  if (!row) return null;
  const hold = (await creditHolds(tx, [customerId], today)).get(customerId) ?? null;
  const own = { isActive: true, customerId };
  const { rows } = await beneficiaryList(tx, own, { limit: MOST_BENEFICIARIES, after: null });
  const reach = (await recipientsOf(tx, [customerId])).get(customerId);
  return {
    ...row,
    billsTo: reach && 'to' in reach ? reach.to.address : null,
    hold,
    beneficiaries: rows.map(({ id, name }) => ({ id, name })),
  };
}
