import { BANK_FIELDS } from './bank-fields';
import { AMOUNT_NAMES, currency, type FieldId, field, type ImportField, PAYER_NAMES } from './field';

/** What a file can hold: one kind per file. */
export type ImportKind = 'customers' | 'invoices' | 'payments' | 'opening-balances';

/** Everything whose columns are found out in the same way: what is imported, and statements of a bank. */
export type FileKind = ImportKind | 'bank';

/** Every kind, in the order in which they are offered. */
export const IMPORT_KINDS: readonly ImportKind[] = ['customers', 'invoices', 'payments', 'opening-balances'];

/** Whether `text` names a kind. */
export function isImportKind(text: string): text is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(text);
}

const CODE_NAMES =
  'customercode customerid customernumber customerno customernum custnumber custno custid custcode custnum clientid ' +
  'clientcode clientnumber clientno accountnumber accountcode accountid accountno accountref debtorid debtornumber ' +
  'debtorno debtorcode customeraccount kundennummer kundennr kundenid numeroclient codeclient codigocliente ' +
  'numerocliente shortname code';
const NAME_NAMES =
  'customername namecustomer customer clientname client companyname company customercompany accountname account billto ' +
  'billtoname debtorname debtor buyer soldto customerfullname kunde kundenname nomclient nombrecliente cliente name';

const NUMBER_NAMES =
  'invoicenumber invoiceno invoicenum invoiceid invoice invno invnumber invid docnumber docno documentnumber documentno ' +
  'docid documentid doc document docnr billnumber billno number num no rechnungsnummer rechnungsnr belegnummer belegnr numerofacture ' +
  'numerofactura factura reference ref rowno rownumber lineno id';
const DESCRIPTION_NAMES = 'description memo details item service particulars beschreibung concepto';
const DUE_NAMES =
  'duedate datedue due dueon fallsdue payby payableby dueindate paymentdue paymentduedate netduedate maturitydate ' +
  'faelligam faelligkeit falligam falligkeit dateecheance echeance fechavencimiento vencimiento';
const INVOICE_DATE_NAMES =
  'invoicedate dateofinvoice documentdate docdate issuedate issuedon issued billdate billingdate documentcreatedate ' +
  'baselinecreatedate postingdate transactiondate txndate date rechnungsdatum belegdatum datefacture fechafactura fecha datum';

const customerCode = field('customerCode', 'Customer code', 'text', 60, CODE_NAMES);
const customerName = field('customerName', 'Customer name', 'text', 200, NAME_NAMES);

/** The fields of each kind, in the order in which they are shown. */
export const IMPORT_FIELDS: Readonly<Record<FileKind, readonly ImportField[]>> = {
  customers: [
    customerName,
    customerCode,
    field(
      'email',
      'E-mail',
      'email',
      254,
      'email emailaddress mail billingemail customeremail contactemail emailadresse correo',
    ),
    field('phone', 'Phone', 'text', 60, 'phone phonenumber telephone tel mobile telefon telefono'),
    field(
      'address',
      'Address',
      'text',
      500,
      'address billingaddress billtoaddress street streetaddress adresse anschrift direccion',
    ),
    currency,
    field(
      'termsDays',
      'Terms in days',
      'days',
      12,
      'termsdays terms termsindays paymentterms netdays creditdays daystopay days zahlungsziel',
    ),
    field('creditLimit', 'Credit limit', 'amount', 40, 'creditlimit limit creditline kreditlimit'),
    field(
      'owner',
      'Collector',
      'text',
      100,
      'owner collector accountmanager accountowner salesrep rep responsible',
    ),
    field('notes', 'Notes', 'text', 2000, 'notes note comment comments remarks memo'),
  ],
  invoices: [
    customerCode,
    customerName,
    field('number', 'Invoice number', 'text', 60, NUMBER_NAMES),
    field('invoiceDate', 'Invoice date', 'date', 40, INVOICE_DATE_NAMES),
    field('dueDate', 'Due date', 'date', 40, DUE_NAMES),
    field(
      'amount',
      'Amount',
      'amount',
      40,
      `invoiceamount invoicetotal totalamount grandtotal amounttotal totaldue originalamount totalopenamount grossamount gross ${AMOUNT_NAMES}`,
    ),
    currency,
    field('description', 'Description', 'text', 500, DESCRIPTION_NAMES),
  ],
  payments: [
    customerCode,
    customerName,
    field(
      'receivedOn',
      'Received on',
      'date',
      40,
      'receivedon paymentdate datereceived receiveddate receiptdate paidon datepaid paiddate paidat received cleardate clearingdate ' +
        'settleddate settlementdate settledon depositdate valuedate bookingdate transactiondate date zahlungsdatum valuta ' +
        'buchungsdatum datepaiement fechapago fecha datum',
    ),
    field(
      'amount',
      'Amount',
      'amount',
      40,
      `paymentamount amountpaid paidamount amountreceived receivedamount receiptamount paid received credit ${AMOUNT_NAMES} ` +
        'totalpaid invoiceamount totalopenamount totalamount',
    ),
    currency,
    field(
      'invoiceNumber',
      'Invoice paid',
      'text',
      60,
      'invoicenumber invoiceno invoicenum invoiceid invoice invoicepaid appliedto appliesto invno invnumber billnumber billno ' +
        'documentnumber docnumber docno documentid docid rechnungsnummer numerofacture numerofactura factura',
    ),
    field(
      'reference',
      'Reference',
      'text',
      140,
      'reference ref paymentreference paymentref checknumber checkno chequenumber chequeno transactionid txnid paymentid ' +
        'paymentnumber paymentno receiptnumber receiptno bankreference memo description verwendungszweck referencia',
    ),
    field(
      'method',
      'Method',
      'text',
      60,
      'method paymentmethod paymenttype paidby tender zahlungsart formapago',
    ),
    field('payer', 'Payer', 'text', 200, PAYER_NAMES),
  ],
  'opening-balances': [
    customerCode,
    customerName,
    field(
      'amount',
      'Open amount',
      'amount',
      40,
      'openamount openbalance openingbalance balance balancedue amountdue amountopen outstanding outstandingbalance outstandingamount ' +
        `remaining amountremaining currentbalance totaldue opentotal saldo offen offenerbetrag solde ${AMOUNT_NAMES}`,
    ),
    currency,
    field('number', 'Document number', 'text', 60, NUMBER_NAMES),
    field('invoiceDate', 'Document date', 'date', 40, INVOICE_DATE_NAMES),
    field('dueDate', 'Due date', 'date', 40, DUE_NAMES),
    field('description', 'Description', 'text', 400, DESCRIPTION_NAMES),
  ],
  bank: BANK_FIELDS,
};

/** Groups of fields of which each row needs at least one, by kind. */
export const NEEDED_FIELDS: Readonly<Record<FileKind, readonly (readonly FieldId[])[]>> = {
  customers: [['customerName', 'customerCode']],
  invoices: [['customerCode', 'customerName'], ['number'], ['invoiceDate'], ['amount']],
  payments: [['customerCode', 'customerName', 'invoiceNumber'], ['receivedOn'], ['amount']],
  'opening-balances': [['customerCode', 'customerName'], ['amount']],
  bank: [['bookedOn'], ['amount', 'paidIn']],
};

/** The field of a kind. @throws RangeError when the kind has no such field. */
export function fieldOf(kind: FileKind, id: FieldId): ImportField {
  const found = IMPORT_FIELDS[kind].find((each) => each.id === id);
  if (!found) throw new RangeError(`${kind} have no field ${id}`);
  return found;
}

/** Needed groups that no column feeds yet, as words: "invoice date", "customer code or customer name". */
export function missingFields(kind: FileKind, mapped: (id: FieldId) => boolean): string[] {
  return NEEDED_FIELDS[kind]
    .filter((group) => !group.some(mapped))
    .map((group) => group.map((id) => fieldOf(kind, id).label.toLowerCase()).join(' or '));
}

/** A column's name as synonyms are written: "Customer ID" and "customer_id" are both "customerid". */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
