import { exactMatch, type OpenDebit, oldestFirst } from './allocation';
import { type Minor, sumOf, toMinor, ZERO } from './money';

/** How the amounts beside the invoices come about. */
export type Fill = 'oldest' | 'exact' | 'hand';

/** A payment while somebody types it. */
export interface PaymentDraft {
  readonly amountMinor: Minor | null;
  readonly fill: Fill;
  /** Credit on the account is used after the payment's own money. */
  readonly useCredit: boolean;
  /** Items that no filling touches. */
  readonly excluded: ReadonlySet<string>;
  /** What was typed beside each item; read only when filled by hand. */
  readonly byHand: ReadonlyMap<string, Minor>;
}

/** What the draft comes to. */
export interface DraftResult {
  /** What each item would get; items that get nothing are not in it. */
  readonly pays: ReadonlyMap<string, Minor>;
  readonly appliedMinor: Minor;
  /** What of all that is available would stay on the account; below 0 when more is applied than there is. */
  readonly leftMinor: Minor;
  /** What of the payment itself no item takes; credit that is left over stays where it was. */
  readonly surplusMinor: Minor;
  /** Items given more than they have open. */
  readonly overpaid: ReadonlySet<string>;
  /** False when an exact match was asked for and there is none. */
  readonly hasMatch: boolean;
}

/** Works out what a draft pays; `creditMinor` is what is on the account, above 0. */
export function resultOf(draft: PaymentDraft, debits: readonly OpenDebit[], creditMinor: Minor): DraftResult {
  const available = toMinor((draft.amountMinor ?? 0) + (draft.useCredit ? creditMinor : 0));
  const candidates = debits.filter((debit) => !draft.excluded.has(debit.itemId));
  const plan =
    draft.fill === 'exact' ? exactMatch(available, candidates) : oldestFirst(available, candidates);
  const pays =
    draft.fill === 'hand'
      ? new Map([...draft.byHand].filter(([, amount]) => amount > 0))
      : new Map((plan?.parts ?? []).map((part) => [part.itemId, part.amountMinor]));
  const appliedMinor = sumOf(pays.values());
  const open = new Map(debits.map((debit) => [debit.itemId, debit.openMinor]));
  return {
    pays,
    appliedMinor,
    leftMinor: toMinor(available - appliedMinor),
    surplusMinor: toMinor(Math.max(0, (draft.amountMinor ?? 0) - appliedMinor)),
    overpaid: new Set([...pays].filter(([id, amount]) => amount > (open.get(id) ?? ZERO)).map(([id]) => id)),
    hasMatch: draft.fill !== 'exact' || plan !== null || available === 0,
  };
}

/** The draft after an amount was typed beside an item: from then on it is filled by hand, from what it showed. */
export function withAmount(
  draft: PaymentDraft,
  shown: DraftResult,
  itemId: string,
  amount: Minor | null,
): PaymentDraft {
  const byHand = new Map(draft.fill === 'hand' ? draft.byHand : shown.pays);
  if (amount === null) byHand.delete(itemId);
  else byHand.set(itemId, amount);
  return { ...draft, fill: 'hand', byHand };
}

/**
 * The draft after an item was ticked or unticked. By hand a ticked item takes what is left, as far as it is open;
 * otherwise an unticked one is left out and the rest is filled again.
 */
export function withTick(
  draft: PaymentDraft,
  shown: DraftResult,
  debit: OpenDebit,
  isTicked: boolean,
): PaymentDraft {
  if (draft.fill === 'hand') {
    const take = toMinor(Math.max(0, Math.min(debit.openMinor, shown.leftMinor)));
    return withAmount(draft, shown, debit.itemId, isTicked ? take : null);
  }
  const excluded = new Set(draft.excluded);
  if (isTicked) excluded.delete(debit.itemId);
  else excluded.add(debit.itemId);
  return { ...draft, excluded };
}
