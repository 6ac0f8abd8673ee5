/** Kinds that raise what a customer owes (amount above 0). */
export const DEBIT_KINDS = [
  'invoice',
  'late_fee',
  'refund',
  'opening_debit',
  'transfer_in',
  'credit_write_off',
] as const;
/** Kinds that lower it (amount below 0). */
export const CREDIT_KINDS = [
  'payment',
  'credit_memo',
  'write_off',
  'discount',
  'opening_credit',
  'transfer_out',
] as const;

/** A reversal takes the sign opposite to what it reverses. */
export type DocumentKind = (typeof DEBIT_KINDS)[number] | (typeof CREDIT_KINDS)[number] | 'reversal';

/** Through which door a document came. */
export type DocumentSource = 'staff' | 'api' | 'import' | 'sample' | 'recurring' | 'rule' | 'sync';

/** What each kind is called on screen. */
export const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  invoice: 'Invoice',
  late_fee: 'Late fee',
  refund: 'Refund',
  opening_debit: 'Opening balance',
  transfer_in: 'Transfer in',
  credit_write_off: 'Credit written off',
  payment: 'Payment',
  credit_memo: 'Credit memo',
  write_off: 'Write-off',
  discount: 'Discount',
  opening_credit: 'Opening credit',
  transfer_out: 'Transfer out',
  reversal: 'Reversal',
};

/** The first letters of the numbers that the organization gives itself. */
export const NUMBER_PREFIXES: Readonly<Record<DocumentKind, string>> = {
  invoice: 'INV-',
  late_fee: 'FEE-',
  refund: 'RFD-',
  opening_debit: 'OB-',
  transfer_in: 'TRI-',
  credit_write_off: 'CWO-',
  payment: 'PMT-',
  credit_memo: 'CM-',
  write_off: 'WO-',
  discount: 'DSC-',
  opening_credit: 'OC-',
  transfer_out: 'TRO-',
  reversal: 'REV-',
};
