import type { Refused } from './api';

/** What the interface may answer where the vocabulary has one word: a code, or a code and the field at fault. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  allocation_required: [
    'allocation_required',
    'nothing_to_refund',
    'exceeds_remaining',
    'malformed allocate',
    'malformed allocations',
  ],
  amount_must_be_positive: ['amount_must_be_positive', 'malformed amount'],
  cannot_refund_unpaid: [
    'cannot_refund_unpaid',
    'nothing_to_refund',
    'invoice_not_on_payment',
    'exceeds_remaining',
    'refund_exceeds_payment',
  ],
  credit_note_voided: ['credit_note_voided', 'already_reversed', 'exceeds_remaining'],
  customer_mismatch: ['customer_mismatch'],
  customer_required: ['customer_required', 'malformed customer_id'],
  does_not_match_lines: ['does_not_match_lines'],
  duplicate: ['duplicate', 'duplicate_number', 'request_reused'],
  duplicate_allocation: ['duplicate_allocation'],
  exceeds_remaining: ['exceeds_remaining'],
  invoice_not_on_payment: ['invoice_not_on_payment'],
  missing_exchange_account: ['missing_exchange_account'],
  negative_amount: ['negative_amount', 'amount_must_be_positive', 'malformed amount'],
  nothing_to_void: ['nothing_to_void', 'already_reversed'],
  over_allocation: ['over_allocation', 'exceeds_remaining'],
  refund_exceeds_payment: ['refund_exceeds_payment'],
  run_date_before_last_run: ['run_date_before_last_run'],
};

/** Whether a refusal is the one that the vocabulary names; null when it has no such name. */
export function isMeant(word: string, { code, field }: Refused): boolean | null {
  const meanings = MEANINGS[word];
  if (!meanings) return null;
  return meanings.includes(code) || (field !== null && meanings.includes(`${code} ${field}`));
}
