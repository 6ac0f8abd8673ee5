/** What a column of a file can feed. */
export type FieldId =
  | 'customerCode'
  | 'customerName'
  | 'number'
  | 'invoiceDate'
  | 'dueDate'
  | 'receivedOn'
  | 'amount'
  | 'currency'
  | 'description'
  | 'invoiceNumber'
  | 'reference'
  | 'method'
  | 'payer'
  | 'payerAccount'
  | 'bookedOn'
  | 'valueOn'
  | 'paidIn'
  | 'paidOut'
  | 'direction'
  | 'text'
  | 'bankId'
  | 'email'
  | 'phone'
  | 'address'
  | 'termsDays'
  | 'creditLimit'
  | 'owner'
  | 'notes';

/** How the cells of a field are read. */
export type FieldType = 'text' | 'date' | 'amount' | 'currency' | 'days' | 'email';

/** One field of a kind, in words, and by which names other programs call it. */
export interface ImportField {
  readonly id: FieldId;
  readonly label: string;
  readonly type: FieldType;
  /** Longest text taken, in characters. */
  readonly longest: number;
  /** Likeliest first; lower case letters and digits only, as `plainName` writes them. */
  readonly synonyms: readonly string[];
}

/** What other programs call an amount. */
export const AMOUNT_NAMES = 'amount total value sum betrag montant importe monto valor';

const CURRENCY_NAMES =
  'currency currencycode curr ccy invoicecurrency paymentcurrency documentcurrency waehrung wahrung devise moneda';

/** What other programs call who paid. */
export const PAYER_NAMES = 'payer payername paidbyname sender remitter from auftraggeber zahler';

/** The currency, which every kind of file may name. */
export const currency = field('currency', 'Currency', 'currency', 3, CURRENCY_NAMES);

/** One field; `synonyms` are separated by blanks. */
export function field(
  id: FieldId,
  label: string,
  type: FieldType,
  longest: number,
  synonyms: string,
): ImportField {
  return { id, label, type, longest, synonyms: synonyms.split(' ') };
}
