import { and, desc, eq, gt, or, sql } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { weightOf } from '@/lib/domain/forecast/delay-sums';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { LATELY_DAYS } from '@/lib/domain/forecast/drift';
import { EVERYBODY } from '@/lib/domain/forecast/kept-habits';
import { BEFORE_DAYS, type Slipping, slippingOf } from '@/lib/domain/forecast/slipping';
import { type Minor, ZERO } from '@/lib/domain/money';
import type { WorkFilters } from '@/lib/worklist-filters';
import { isLabelled } from '../customer-labels';
import { driftSums } from '../drift-sums';
import { type BooksAt, openItemsAt, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { delaySums } from '../schema/delay-sums';
import { allocations } from '../schema/open-items';
import type { Tx } from '../scope';
import { settledDelays } from './settled-delays';

/** A customer that leaves its own habit, with nothing late so far. */
export interface SlippingCustomer extends Slipping {
  readonly customerId: string;
  readonly customer: string;
  readonly openMinor: Minor;
  /** When the first of it falls due: not before the day that is asked about. */
  readonly dueOn: PlainDate;
}

/** Of which day and of whom it is asked. */
type Asked = Pick<BooksAt, 'asOf' | 'currency'> & Pick<WorkFilters, 'owner' | 'tag'>;

/** Customers that are looked at payment by payment, the largest. */
const LOOKED_AT = 200;
/** By their fading means, which move less than middles do. */
const MOVED_DAYS = 3;

/** Who pays later lately than it used to, of those that owe and are not late with anything; who owes most, first. */
export async function slippingCustomers(tx: Tx, asked: Asked): Promise<SlippingCustomer[]> {
  const moved = await movedCustomers(tx, asked);
  if (moved.length === 0) return [];
  const ids = moved.map(({ customerId }) => customerId);
  const counting = { after: addDays(asked.asOf, -BEFORE_DAYS), upTo: asked.asOf };
  const seen = await settledDelays(tx, { ...asked, knownAt: null }, { ...counting, customerIds: ids });
  const byCustomer = Map.groupBy(seen, ({ customerId }) => customerId);
  return moved.flatMap((customer) => {
    const slipping = slippingOf(byCustomer.get(customer.customerId) ?? [], dayNumber(asked.asOf));
    return slipping ? [{ ...customer, ...slipping }] : [];
  });
}

/**
 * Those that may be slipping, by the sums that the database keeps. These are of now: they say nothing of a day after which money
 * was applied, so that of such a day all are looked at.
 */
async function movedCustomers(
  tx: Tx,
  { asOf, currency, owner, tag }: Asked,
): Promise<Pick<SlippingCustomer, 'customerId' | 'customer' | 'openMinor' | 'dueOn'>[]> {
  const asOfToday = sql`${weightOf(dayNumber(asOf), LATELY_DAYS)}::float8`;
  // One payment of today weighs 1; rounding that is left of none at all is far less than this.
  const isMoved = sql`case when lately > ${asOfToday} and usually > 0
    then lately_delay / lately - usually_delay / usually >= ${MOVED_DAYS} else false end`;
  const everyone = sql`${delaySums.customerId} <> ${EVERYBODY}`;
  const drifting = sql`(select customer_id from ${driftSums(currency, everyone)} as drifts where ${isMoved})`;
  const isPast = sql`exists (select from ${allocations} where ${gt(allocations.effectiveOn, asOf)})`;
  const items = openItemsAt({ asOf, knownAt: null }, { basis: 'due', bounds: [0] });
  const openMinor = sumMinor(items.openMinor);
  const dueOn = sql<PlainDate>`min(${items.dueOn})`;
  return tx
    .select({ customerId: items.customerId, customer: customers.name, openMinor, dueOn })
    .from(items)
    .innerJoin(customers, eq(customers.id, items.customerId))
    .where(
      and(
        eq(items.currency, currency),
        gt(items.amountMinor, ZERO),
        gt(items.openMinor, ZERO),
        or(isPast, sql`${items.customerId} in ${drifting}`),
        ...isLabelled(sql`items.item_customer_id`, { owner, tag, knownAt: null }),
      ),
    )
    .groupBy(items.customerId, customers.name)
    .having(sql`${dueOn} >= ${asOf}`)
    .orderBy(desc(openMinor), items.customerId)
    .limit(LOOKED_AT);
}
