import { AMOUNT_NAMES, currency, field, type ImportField, PAYER_NAMES } from './field';

/** What a bank statement can hold, in the order in which it is shown. */
export const BANK_FIELDS: readonly ImportField[] = [
  field(
    'bookedOn',
    'Booked on',
    'date',
    40,
    'bookedon bookingdate posteddate postingdate postdate dateposted transactiondate txndate entrydate date buchungstag buchungsdatum ' +
      'buchung datum dateoperation dateoperation fechaoperacion fecha',
  ),
  field(
    'valueOn',
    'Value date',
    'date',
    40,
    'valueon valuedate valuta wertstellung wert datevaleur fechavalor effectivedate',
  ),
  field('amount', 'Amount', 'amount', 40, `${AMOUNT_NAMES} transactionamount amountlocal umsatz`),
  field(
    'paidIn',
    'Money in',
    'amount',
    40,
    'credit creditamount credits paidin moneyin deposit deposits amountin in haben gutschrift abono',
  ),
  field(
    'paidOut',
    'Money out',
    'amount',
    40,
    'debit debitamount debits paidout moneyout withdrawal withdrawals amountout out soll lastschrift cargo',
  ),
  field(
    'direction',
    'In or out',
    'text',
    40,
    'direction creditdebit debitcredit creditdebitindicator cdtdbtind drcr crdr dc sollhaben sh',
  ),
  currency,
  field(
    'payer',
    'Payer',
    'text',
    200,
    `${PAYER_NAMES} name counterparty counterpartyname payeepayer partner begunstigterzahlungspflichtiger beguenstigterzahlungspflichtiger ` +
      'auftraggeberbegunstigter debtor debtorname originator customername payee',
  ),
  field(
    'payerAccount',
    'Payer’s account',
    'text',
    60,
    'payeraccount counterpartyaccount iban counterpartyiban kontonummeriban accountnumberofpayer debtoraccount debtoriban senderaccount',
  ),
  field(
    'text',
    'Text',
    'text',
    2000,
    'text description details memo narrative transactiondescription remittance remittanceinformation paymentdetails particulars ' +
      'verwendungszweck buchungstext libelle concepto descripcion',
  ),
  field(
    'reference',
    'Reference',
    'text',
    200,
    'reference ref paymentreference customerreference endtoendid checknumber chequenumber referencia',
  ),
  field(
    'bankId',
    'Bank’s own number',
    'text',
    200,
    'bankid transactionid txnid transactionnumber fitid bankreference entryreference transactionreference id',
  ),
];
