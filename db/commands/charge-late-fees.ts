import type { StaffActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { insertRows } from '../insert-rows';
import { chargedBefore, lateItems, lateRules, settlings } from '../queries/late-invoices';
import { lateCharges } from '../schema/late-charges';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';
import { type LateCharge, planLateCharges } from './plan-late-charges';
import { type Posting, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** At most so many fees are posted by one call; the next call posts the rest. */
const CHARGES_A_RUN = 1_000;

/** A fee or interest that was charged. */
export interface PostedCharge extends LateCharge {
  readonly documentId: string;
  readonly number: string;
}

/** What a run charged. */
export interface LateFeeRun {
  readonly charges: readonly PostedCharge[];
  /** False when more is to be charged: run it again for the same day. */
  readonly isComplete: boolean;
}

/**
 * Charges what the organization's rules say of invoices past due on a day: the late fee once an invoice, and with
 * `withInterest` the interest since it was last charged. However often it runs, and however many run at once, nothing is
 * charged twice; a fee that was taken back is not charged again.
 * @throws Refusal `invalid` for a day ahead; `period_locked`.
 */
export async function chargeLateFees(
  tx: Tx,
  actor: StaffActor,
  { on, withInterest }: { readonly on: PlainDate; readonly withInterest: boolean },
): Promise<LateFeeRun> {
  if (on > todayIn(actor.org.timeZone))
    throw new Refusal('invalid', 'Late fees can be charged up to today, not ahead.', 'date');
  const rules = await lateRules(tx, on);
  const interestPercent = withInterest ? rules.interestPercent : null;
  if (rules.fee.days === null && interestPercent === null) return { charges: [], isComplete: true };
  const scope = { on, settledSince: interestPercent === null ? null : rules.lastInterestOn };
  const seen = await lateItems(tx, { ...scope, customerIds: null });
  const customerIds = [...new Set(seen.map((item) => item.customerId))];
  if (customerIds.length === 0) return { charges: [], isComplete: true };
  await lockCustomers(tx, customerIds);
  // What another run charged, or a payment settled, while this one waited is only seen by reading again.
  const items = await lateItems(tx, { ...scope, customerIds });
  const ids = items.map((item) => item.itemId);
  const planned = planLateCharges({
    on,
    rules: { ...rules, interestPercent },
    items,
    before: await chargedBefore(
      tx,
      items.map((item) => item.documentId),
    ),
    settlings: interestPercent === null ? new Map() : await settlings(tx, ids),
  });
  const now = planned.slice(0, CHARGES_A_RUN);
  const charges = await postCharges(tx, actor, on, now);
  return { charges, isComplete: now.length === planned.length };
}

async function postCharges(
  tx: Tx,
  actor: StaffActor,
  on: PlainDate,
  planned: readonly LateCharge[],
): Promise<PostedCharge[]> {
  if (planned.length === 0) return [];
  const posted = await postDocuments(
    tx,
    actor,
    planned.map((charge) => postingOf(charge, on)),
  );
  const charges = planned.flatMap((charge, i) => {
    const made = posted[i];
    return made ? [{ ...charge, documentId: made.documentId, number: made.number }] : [];
  });
  await insertRows(
    tx,
    lateCharges,
    charges.map(({ customerId, invoiceId, kind, documentId }) => ({
      customerId,
      invoiceId,
      kind,
      throughOn: on,
      documentId,
    })),
  );
  await recordActivity(tx, actor, {
    verb: 'late_fees_charged',
    objectKind: 'organization',
    objectId: actor.org.id,
    after: { on, count: charges.length, numbers: charges.slice(0, 50).map((charge) => charge.number) },
  });
  return charges;
}

function postingOf(
  { customerId, currency, amountMinor, reason, invoiceId }: LateCharge,
  on: PlainDate,
): Posting {
  const line = { description: reason, quantity: '1', unitPriceMinor: amountMinor, netMinor: amountMinor };
  return {
    kind: 'late_fee',
    customerId,
    documentDate: on,
    currency,
    instalments: [{ dueOn: on, amountMinor }],
    reason,
    relatesToId: invoiceId,
    lines: [{ ...line, taxPercent: '0', taxMinor: ZERO }],
    source: 'rule',
  };
}
