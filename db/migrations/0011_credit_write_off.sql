-- What is left of a credit that nobody claims becomes gain: a debit of its own kind, so that no refund is shown that never was.
alter table documents
  drop constraint documents_sign,
  add constraint documents_sign check (case
    when kind in ('invoice', 'late_fee', 'refund', 'opening_debit', 'transfer_in', 'credit_write_off') then amount_minor >= 0
    when kind in ('payment', 'credit_memo', 'write_off', 'discount', 'opening_credit', 'transfer_out') then amount_minor <= 0
    else kind = 'reversal' end);
