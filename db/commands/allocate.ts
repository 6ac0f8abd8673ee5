import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { firstDayWithRoom, type Movement } from '@/lib/domain/timeline';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { inChunks } from '../chunks';
import { insertRows } from '../insert-rows';
import { assertExchangeAccount, assertOpenPeriod, type BookRules, firstOpenDay } from '../queries/book-rules';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { lockedRules } from './lock-ledger';

/** "This much of that credit settles this much of that debit." */
export interface Match {
  readonly debitItemId: string;
  readonly creditItemId: string;
  /** Above 0. */
  readonly amountMinor: Minor;
  /** Left out: the later of the two items' days, moved past the lock date. */
  readonly effectiveOn?: PlainDate;
  /** Without `effectiveOn`: no earlier than this day. */
  readonly notBefore?: PlainDate;
}

interface Item {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly kind: DocumentKind;
  readonly amountMinor: Minor;
  openMinor: number;
  readonly effectiveOn: PlainDate;
  readonly movements: Movement[];
}

/**
 * Applies credits to debits. The caller holds the lock on every customer concerned. The database keeps the items'
 * open amounts; this refuses in words what the database would refuse in code. Answers the ids in order.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `customer_mismatch`, `currency_mismatch`, `over_allocation`,
 * `effective_too_early`, `duplicate_allocation`, `period_locked`.
 */
export async function allocate(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  matches: readonly Match[],
): Promise<string[]> {
  if (matches.length === 0) return [];
  const pairs = new Set(matches.map((match) => `${match.debitItemId} ${match.creditItemId}`));
  if (pairs.size < matches.length)
    throw new Refusal(
      'duplicate_allocation',
      'The same credit is applied to the same invoice twice. Add them up.',
    );
  const [rules, items] = await Promise.all([lockedRules(tx), itemsOf(tx, matches)]);
  assertExchangeAccount(rules, settledCurrencies(items, matches));
  const rows = matches.map((match) => {
    const [debit, credit] = [items.get(match.debitItemId), items.get(match.creditItemId)];
    if (!debit || !credit) throw new Refusal('not_found', 'That invoice or credit does not exist.');
    assertMatch(match, debit, credit);
    const effectiveOn = effectiveDay(match, debit, credit, rules);
    for (const item of [debit, credit]) item.movements.push({ effectiveOn, amountMinor: match.amountMinor });
    debit.openMinor -= match.amountMinor;
    credit.openMinor += match.amountMinor;
    const { customerId, currency } = debit;
    return { ...match, id: uuid7(), customerId, currency, effectiveOn, createdBy: actor.userId };
  });
  await insertRows(tx, allocations, rows);
  return rows.map((row) => row.id);
}

/** Currencies in which something is settled for good; a document and its own reversal have one rate. */
function settledCurrencies(items: ReadonlyMap<string, Item>, matches: readonly Match[]): string[] {
  return matches.flatMap(({ debitItemId, creditItemId }) => {
    const both = [items.get(debitItemId), items.get(creditItemId)];
    if (both.some((item) => item?.kind === 'reversal')) return [];
    return both.flatMap((item) => (item ? [item.currency] : []));
  });
}

async function itemsOf(tx: Tx, matches: readonly Match[]): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  const ids = [...new Set(matches.flatMap((match) => [match.debitItemId, match.creditItemId]))];
  await inChunks(ids, async (chunk) => {
    const rows = await tx
      .select({
        id: openItems.id,
        customerId: openItems.customerId,
        currency: openItems.currency,
        kind: openItems.kind,
        amountMinor: openItems.amountMinor,
        openMinor: openItems.openMinor,
        effectiveOn: openItems.effectiveOn,
        movements: sql<Movement[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('effectiveOn', effective_on, 'amountMinor', amount_minor)), '[]') from (
            select effective_on, amount_minor from allocations where debit_item_id = open_items.id
            union all select effective_on, amount_minor from allocations where credit_item_id = open_items.id) as moved)`,
      })
      .from(openItems)
      .where(inArray(openItems.id, chunk))
      .execute();
    for (const row of rows) items.set(row.id, row);
  });
  return items;
}

function assertMatch({ amountMinor }: Match, debit: Item, credit: Item): void {
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  if (debit.amountMinor <= 0 || credit.amountMinor >= 0)
    throw new Refusal('invalid', 'Money can only be applied from a credit to an invoice.');
  if (debit.customerId !== credit.customerId)
    throw new Refusal('customer_mismatch', 'The credit and the invoice belong to different customers.');
  if (debit.currency !== credit.currency)
    throw new Refusal('currency_mismatch', `${credit.currency} cannot pay an invoice in ${debit.currency}.`);
  if (amountMinor > debit.openMinor)
    throw new Refusal(
      'over_allocation',
      'That is more than the invoice has open. Lower the amount.',
      'amount',
    );
  if (amountMinor > -credit.openMinor)
    throw new Refusal(
      'exceeds_remaining',
      'That is more than is left of the credit. Lower the amount.',
      'amount',
    );
}

function effectiveDay(match: Match, debit: Item, credit: Item, rules: BookRules): PlainDate {
  const earliest = later(debit.effectiveOn, credit.effectiveOn);
  const wanted = match.effectiveOn ?? firstOpenDay(later(earliest, match.notBefore ?? earliest), rules);
  if (wanted < earliest)
    throw new Refusal('effective_too_early', `This cannot take effect before ${earliest}.`, 'effectiveOn');
  assertOpenPeriod(wanted, rules, 'effectiveOn');
  const days = [debit, credit].map((item) =>
    firstDayWithRoom(Math.abs(item.amountMinor), item.movements, match.amountMinor, wanted),
  );
  const [a, b] = days;
  if (!a || !b)
    throw new Refusal('over_allocation', 'That is more than is open. Lower the amount.', 'amount');
  const day = later(a, b);
  if (match.effectiveOn && day !== match.effectiveOn)
    throw new Refusal(
      'over_allocation',
      `Until ${day} this was applied elsewhere. Choose ${day} or later.`,
      'effectiveOn',
    );
  return day;
}

/** A zero-safe magnitude of a signed amount. */
export function magnitude(amount: Minor): Minor {
  return toMinor(Math.abs(amount));
}
