/** Ways in which money arrives. Free text everywhere else; these are what the form offers. */
export const PAYMENT_METHODS = [
  'Wire',
  'ACH',
  'Check',
  'Credit card',
  'Cash',
  'Direct debit',
  'Other',
] as const;
