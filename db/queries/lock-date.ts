import { addDays, later, type PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** The last day that is closed, or null. Inside a scope there is one organization to see. */
export async function lockDate(tx: Tx): Promise<PlainDate | null> {
  const [row] = await tx.select({ lockedOn: organizations.lockedOn }).from(organizations).limit(1);
  return row?.lockedOn ?? null;
}

/**
 * @throws Refusal `missing_exchange_account` when a difference of exchange rates could arise from settling in one of these currencies,
 * and there is no account to book it to.
 */
export async function assertExchangeAccount(tx: Tx, currencies: readonly string[]): Promise<void> {
  const [row] = await tx
    .select({ currency: organizations.currency, account: organizations.exchangeAccount })
    .from(organizations)
    .limit(1);
  const foreign = currencies.find((each) => each !== row?.currency);
  if (row && foreign !== undefined && row.account === null)
    throw new Refusal(
      'missing_exchange_account',
      `There is no account for exchange differences, so nothing in ${foreign} can be settled. Name one in the settings.`,
    );
}

/** The books' own currency, and the last day that is closed: what every posting is held against. */
export async function bookRules(
  tx: Tx,
): Promise<{ readonly currency: string; readonly lockedOn: PlainDate | null }> {
  const [row] = await tx
    .select({ currency: organizations.currency, lockedOn: organizations.lockedOn })
    .from(organizations)
    .limit(1);
  if (!row) throw new Refusal('not_found', 'These books are not there any more.');
  return row;
}

/** The given day, or the first open day when the given one is closed. */
export function firstOpenDay(day: PlainDate, lockedOn: PlainDate | null): PlainDate {
  return lockedOn === null ? day : later(day, addDays(lockedOn, 1));
}

/** @throws Refusal `period_locked` when `day` is on or before the lock date. The database refuses it as well. */
export function assertOpenPeriod(day: PlainDate, lockedOn: PlainDate | null, field?: string): void {
  if (lockedOn !== null && day <= lockedOn)
    throw new Refusal('period_locked', `The books are closed to ${lockedOn}. Choose a later date.`, field);
}
