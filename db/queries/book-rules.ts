import { addDays, later, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { Tolerance } from '@/lib/domain/tolerance';
import { isWithinLimit, type WriteOffLimit } from '@/lib/domain/write-off-limit';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** What everything that is posted or applied is held against. Amounts are in the base currency. */
export interface BookRules {
  /** The books' own currency. */
  readonly currency: string;
  /** The last day that is closed; null when none is. */
  readonly lockedOn: PlainDate | null;
  /** Where differences of exchange rates are booked to; null when there is none. */
  readonly exchangeAccount: string | null;
  /** What the organization lets go of by itself. */
  readonly tolerance: Tolerance;
  /** How much staff may write off at once; null for any amount. */
  readonly writeOffLimitMinor: Minor | null;
}

/** The rules of the organization in scope. @throws Refusal `not_found` when it was removed meanwhile. */
export async function bookRules(tx: Tx): Promise<BookRules> {
  const [row] = await tx
    .select({
      currency: organizations.currency,
      lockedOn: organizations.lockedOn,
      exchangeAccount: organizations.exchangeAccount,
      amountMinor: organizations.toleranceMinor,
      percent: organizations.tolerancePercent,
      writeOffLimitMinor: organizations.writeOffLimitMinor,
    })
    .from(organizations)
    .limit(1)
    .execute();
  if (!row) throw new Refusal('not_found', 'These books are not there any more.');
  const { amountMinor, percent, ...rules } = row;
  return { ...rules, tolerance: { amountMinor, percent } };
}

/** The given day, or the first open day when the given one is closed. */
export function firstOpenDay(day: PlainDate, { lockedOn }: Pick<BookRules, 'lockedOn'>): PlainDate {
  return lockedOn === null ? day : later(day, addDays(lockedOn, 1));
}

/** @throws Refusal `period_locked` when `day` is on or before the lock date. The database refuses it as well. */
export function assertOpenPeriod(
  day: PlainDate,
  { lockedOn }: Pick<BookRules, 'lockedOn'>,
  field?: string,
): void {
  if (lockedOn !== null && day <= lockedOn)
    throw new Refusal('period_locked', `The books are closed to ${lockedOn}. Choose a later date.`, field);
}

/**
 * @throws Refusal `missing_exchange_account` when a difference of exchange rates could arise from settling in one of these
 * currencies, and there is no account to book it to.
 */
export function assertExchangeAccount(
  { currency: base, exchangeAccount }: Pick<BookRules, 'currency' | 'exchangeAccount'>,
  currencies: readonly string[],
): void {
  const foreign = currencies.find((each) => each !== base);
  if (foreign !== undefined && exchangeAccount === null)
    throw new Refusal(
      'missing_exchange_account',
      `There is no account for exchange differences, so nothing in ${foreign} can be settled. Name one in the settings.`,
    );
}

/** @throws Refusal `write_off_limit` when so much may not be written off at once. The limit speaks of the base currency alone. */
export function assertWriteOffLimit(
  limit: WriteOffLimit,
  written: { readonly amountMinor: Minor; readonly currency: string },
): void {
  if (isWithinLimit(limit, written)) return;
  throw new Refusal(
    'write_off_limit',
    written.currency === limit.currency
      ? 'That is more than may be written off at once. Lower the amount, or ask for a higher limit.'
      : `The limit for write-offs is in ${limit.currency}. An administrator has to lift it to write off ${written.currency}.`,
    'amount',
  );
}
