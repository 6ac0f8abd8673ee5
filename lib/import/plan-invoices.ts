import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { type Plan, type PlanBasis, PlanBuilder, type PlannedInvoice } from './plan';
import type { Fault } from './read-day';
import type { InvoiceRow, ReadRows } from './read-rows';
import { type WholeBalance, wholeKey } from './whole-balance';

/** An invoice of the books as an import needs it. */
export interface KnownInvoice {
  readonly documentId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly invoiceDate: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  /** Void by somebody's decision, not by an import that was undone. */
  readonly isVoid: boolean;
}

/** What a number stands for in the books. */
export interface NumberUse {
  /** The invoice that bears it; null when there is none, or only ones of imports that were undone. */
  readonly invoice: KnownInvoice | null;
  /** What the next invoice of that number is called: one of an undone import keeps "A-1", so it is "A-1 (2)". */
  readonly free: string;
}

/** What the books hold that invoices of a file could count twice. */
export interface InvoiceBooks {
  readonly numbers: ReadonlyMap<string, NumberUse>;
  /** What is owed from earlier books, by the number that it had there. */
  readonly openings: ReadonlyMap<string, NumberUse>;
  /** What customers owed from earlier books in one sum, as `wholeKey` writes them. */
  readonly whole: ReadonlyMap<string, readonly WholeBalance[]>;
}

/** Plans a file of invoices against what is in the books: nothing of it is owed a second time. */
export function planInvoices(
  { rows, problems }: ReadRows<InvoiceRow>,
  basis: PlanBasis,
  books: InvoiceBooks,
): Plan {
  const plan = new PlanBuilder(basis, problems);
  const rowOf = new Map<string, number>();
  const invoices: PlannedInvoice[] = [];
  for (const row of rows) {
    const use = books.numbers.get(row.number);
    const before = rowOf.get(row.number);
    if (use?.invoice && before === undefined) {
      rowOf.set(row.number, row.row);
      if (isSame(row, use.invoice, basis)) plan.alreadyThere.push(row.row);
      else plan.refuse(row.row, { id: 'number', value: row.number }, takenFault(row.number, use.invoice));
      continue;
    }
    const planned = before === undefined ? planRow(row, { plan, basis, books }) : repeated(row, before, plan);
    if (before === undefined) rowOf.set(row.number, row.row);
    if (planned) invoices.push({ ...planned, number: use?.free ?? row.number });
  }
  return plan.build({ invoices });
}

interface Planning {
  readonly plan: PlanBuilder;
  readonly basis: PlanBasis;
  readonly books: InvoiceBooks;
}

function planRow(row: InvoiceRow, { plan, basis, books }: Planning): PlannedInvoice | null {
  const { customer: _customer, ...rest } = row;
  const found = plan.customerOf(row);
  if (!found || !plan.isOpen(row.row, 'invoiceDate', row.invoiceDate)) return null;
  const known = 'known' in found ? found.known : null;
  const opening = books.openings.get(row.number)?.invoice;
  if (opening && !opening.isVoid && opening.customerId === known?.id) {
    plan.refuse(row.row, { id: 'number', value: row.number }, openingFault(row, opening));
    return null;
  }
  const due = plan.dueOn(row, known?.termsDays ?? basis.termsDays);
  if (!due || !plan.add(row.row, row.currency, row.amountMinor)) return null;
  if (due < row.invoiceDate) {
    const early = formatCount(daysBetween(due, row.invoiceDate), 'day');
    plan.note(
      row.row,
      { id: 'dueDate', value: due },
      `Due ${early} before its own date. It is imported like that.`,
    );
  }
  const whole = known && wholeOf(row, known.id, books);
  if (whole) plan.note(row.row, { id: 'invoiceDate', value: row.invoiceDate }, partOf(whole, row));
  return { ...rest, customerId: plan.use(found), dueDate: due };
}

/** What the customer owed in one sum on the day of the invoice or later; null when nothing. */
function wholeOf(
  { currency, amountMinor, invoiceDate }: InvoiceRow,
  customerId: string,
  { whole }: InvoiceBooks,
): WholeBalance | null {
  const sums = whole.get(wholeKey(customerId, currency, amountMinor)) ?? [];
  return sums.find(({ on }) => invoiceDate <= on) ?? null;
}

function partOf({ number, amountMinor, on }: WholeBalance, { currency }: InvoiceRow): string {
  return (
    `${number}, ${formatMoney(amountMinor, currency)}, is all that this customer owed on ${on}. ` +
    'If this invoice is a part of it, leave the row out: it would be owed twice.'
  );
}

function openingFault({ number }: InvoiceRow, { amountMinor, currency, invoiceDate }: KnownInvoice): Fault {
  const amount = formatMoney(amountMinor, currency);
  return {
    problem: `${number} is in the books as an opening balance of this customer, ${amount} of ${invoiceDate}: it would be owed twice.`,
    hint: 'Leave this row out. To have the invoice itself here, void the opening balance first, or undo the import that brought it.',
  };
}

function repeated(row: InvoiceRow, before: number, plan: PlanBuilder): null {
  plan.refuse(
    row.row,
    { id: 'number', value: row.number },
    {
      problem: `Invoice ${row.number} is also in row ${before}.`,
      hint: 'If both are lines of one invoice, bring one row with their sum. Otherwise give it another number.',
    },
  );
  return null;
}

function isSame(row: InvoiceRow, live: KnownInvoice, { directory }: PlanBasis): boolean {
  return (
    row.amountMinor === live.amountMinor &&
    row.currency === live.currency &&
    row.invoiceDate === live.invoiceDate &&
    directory.known(row.customer)?.id === live.customerId
  );
}

function takenFault(number: string, { amountMinor, currency, isVoid, ...live }: KnownInvoice): Fault {
  const amount = formatMoney(amountMinor, currency);
  return {
    problem: `Invoice ${number} is already in the books as ${amount} of ${live.invoiceDate} for ${live.customerName}.`,
    hint: isVoid
      ? 'It is void and keeps its number. Give this invoice another one.'
      : 'Check number, amount, date and customer. A posted invoice is corrected by a credit memo or a void.',
  };
}
