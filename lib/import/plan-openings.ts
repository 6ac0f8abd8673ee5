import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatMoney } from '@/lib/format';
import { type Plan, type PlanBasis, PlanBuilder, type PlannedOpening } from './plan';
import type { KnownInvoice, NumberUse } from './plan-invoices';
import type { Fault } from './read-day';
import type { CustomerRef, OpeningRow, ReadRows } from './read-rows';
import { type WholeBalance, wholeKey } from './whole-balance';

/** What the books hold that opening balances of a file could count twice. */
export interface OpeningBooks {
  readonly debits: ReadonlyMap<string, NumberUse>;
  readonly credits: ReadonlyMap<string, NumberUse>;
  readonly invoices: ReadonlyMap<string, NumberUse>;
  /** Those without a number from outside, as `wholeKey` writes them. */
  readonly whole: ReadonlyMap<string, readonly WholeBalance[]>;
  /** Open invoices of that day or before, by customer and currency ("id USD"). */
  readonly openInvoices: ReadonlyMap<string, number>;
}

/** Plans a file of what customers owed on a day, before these books began. */
export function planOpenings(
  { rows, problems }: ReadRows<OpeningRow>,
  basis: PlanBasis,
  { asOf, books }: { readonly asOf: PlainDate; readonly books: OpeningBooks },
): Plan {
  const plan = new PlanBuilder(basis, problems);
  const rowOf = new Map<string, number>();
  const openings = rows.flatMap((row): PlannedOpening[] => {
    const found = plan.customerOf(row);
    if (!found) return [];
    const { id, termsDays } =
      'known' in found ? found.known : { ...found.created, termsDays: basis.termsDays };
    const { number, currency, amountMinor, invoiceDate } = row;
    const key = number === '' ? wholeKey(id, currency, amountMinor) : `${amountMinor > 0} ${number}`;
    const before = rowOf.get(key);
    const use = (amountMinor > 0 ? books.debits : books.credits).get(number);
    const twice =
      before !== undefined
        ? repeated(row, before)
        : number === ''
          ? standing(row, books.whole.get(key), asOf)
          : (taken(row, use?.invoice, id) ?? asInvoice(row, books.invoices.get(number)?.invoice, id));
    if (before === undefined) rowOf.set(key, row.row);
    if (twice === 'same') {
      plan.alreadyThere.push(row.row);
      return [];
    }
    if (twice) {
      plan.refuse(row.row, { id: number === '' ? null : 'number', value: number }, twice);
      return [];
    }
    if (invoiceDate && invoiceDate > asOf) {
      plan.refuse(row.row, { id: 'invoiceDate', value: invoiceDate }, tooLate(invoiceDate, asOf));
      return [];
    }
    if (!plan.isOpen(row.row, null, asOf)) return [];
    const dueDate = invoiceDate ? plan.dueOn({ ...row, invoiceDate }, termsDays) : (row.dueDate ?? asOf);
    if (!dueDate || !plan.add(row.row, currency, amountMinor)) return [];
    const open = number === '' && amountMinor > 0 ? books.openInvoices.get(`${id} ${currency}`) : undefined;
    if (open) plan.note(row.row, { id: 'amount', value: '' }, partsOf(open));
    return [
      {
        row: row.row,
        amountMinor,
        currency,
        customerId: plan.use(found),
        asOf,
        number: number === '' ? null : (use?.free ?? number),
        dueDate,
        reason: [row.description, invoiceDate && `Dated ${invoiceDate}`].filter(Boolean).join(', '),
      },
    ];
  });
  return plan.build({ openings });
}

function repeated({ number, customer }: OpeningRow, before: number): Fault {
  return number === ''
    ? {
        problem: `The balance of ${nameOf(customer)} is also in row ${before}.`,
        hint: 'Bring one row with the sum, or give each open document its number.',
      }
    : {
        problem: `Document ${number} is also in row ${before}.`,
        hint: 'Bring one row for it, with what is open in all.',
      };
}

/** Whether a whole balance was entered before, or why another cannot be. */
function standing(
  row: OpeningRow,
  before: readonly WholeBalance[] = [],
  asOf: PlainDate,
): 'same' | Fault | null {
  const [first] = before;
  if (!first) return null;
  if (before.some(({ amountMinor, on }) => amountMinor === row.amountMinor && on === asOf)) return 'same';
  const amount = formatMoney(first.amountMinor, row.currency);
  return {
    problem: `${nameOf(row.customer)} has an opening balance already: ${first.number}, ${amount} of ${first.on}.`,
    hint: 'Void that one first, or undo the import that brought it.',
  };
}

/** Whether an opening balance of that number was entered before, or why another cannot be. */
function taken(
  row: OpeningRow,
  live: KnownInvoice | null | undefined,
  customerId: string,
): 'same' | Fault | null {
  if (!live) return null;
  const isSame =
    live.amountMinor === row.amountMinor &&
    live.currency === row.currency &&
    live.customerId === customerId &&
    !live.isVoid;
  return isSame ? 'same' : takenFault(row.number, live);
}

function takenFault(
  number: string,
  { amountMinor, currency, customerName, isVoid, invoiceDate }: KnownInvoice,
): Fault {
  return {
    problem: `Opening balance ${number} is already in the books as ${formatMoney(amountMinor, currency)} of ${invoiceDate} for ${customerName}.`,
    hint: isVoid
      ? 'It is void and keeps its number. Give this one another.'
      : 'Check number, amount and customer, or void that one first.',
  };
}

/** An invoice that is in the books itself must not be owed a second time. */
function asInvoice(
  { number, amountMinor }: OpeningRow,
  invoice: KnownInvoice | null | undefined,
  customerId: string,
): Fault | null {
  if (!invoice || invoice.isVoid || invoice.customerId !== customerId || amountMinor < 0) return null;
  return {
    problem: `Invoice ${number} of this customer is in the books: it would be owed twice.`,
    hint: 'Leave this row out, or void the invoice first.',
  };
}

function partsOf(open: number): string {
  const are = open === 1 ? 'invoice of this customer is' : 'invoices of this customer are';
  return `${formatCount(open)} open ${are} in the books already. If this sum includes them, leave the row out: they would be owed twice.`;
}

function tooLate(invoiceDate: PlainDate, asOf: PlainDate): Fault {
  return {
    problem: `${invoiceDate} is after ${asOf}, the day that the balances are of.`,
    hint: 'Import it as an invoice, or choose another day for the balances.',
  };
}

function nameOf({ code, name }: CustomerRef): string {
  return name || code;
}
