/** The rules that can say no. Each code is part of the HTTP API. */
export type RefusalCode =
  | 'not_found'
  | 'forbidden'
  | 'invalid'
  | 'amount_must_be_positive'
  | 'negative_amount'
  | 'amount_too_large'
  | 'over_allocation'
  | 'exceeds_remaining'
  | 'customer_mismatch'
  | 'currency_mismatch'
  | 'duplicate_allocation'
  | 'duplicate_number'
  | 'duplicate'
  | 'period_locked'
  | 'effective_too_early'
  | 'already_reversed'
  | 'already_undone'
  | 'cannot_reverse'
  | 'customer_archived'
  | 'customer_owes'
  | 'credit_hold'
  | 'write_off_limit'
  | 'invalid_terms'
  | 'already_posted'
  | 'draft_incomplete'
  | 'already_paused'
  | 'not_paused'
  | 'already_ended'
  | 'request_reused'
  | 'refund_exceeds_payment'
  | 'invoice_not_on_payment'
  | 'nothing_to_refund'
  | 'import_has_errors'
  | 'import_in_use'
  | 'run_date_before_last_run'
  | 'missing_exchange_account'
  | 'does_not_match_lines'
  | 'changed_elsewhere'
  | 'too_many'
  | 'not_sample'
  | 'last_admin';

/**
 * A business rule said no. Thrown inside a command so that the transaction rolls back, and turned into words
 * for the user in one place per door (forms, API, command line). Its message is a sentence that says what happened
 * and what to do. `field` names the input at fault, when there is one. Anything else thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
