import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { DEFAULT_TERMS } from './customer-directory';
import { type Plan, type PlanBasis, PlanBuilder, type PlannedInvoice } from './plan';
import type { Fault } from './read-day';
import type { InvoiceRow, ReadRows } from './read-rows';

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

/** Plans a file of invoices against the numbers that are in the books. */
export function planInvoices(
  { rows, problems }: ReadRows<InvoiceRow>,
  basis: PlanBasis,
  numbers: ReadonlyMap<string, NumberUse>,
): Plan {
  const plan = new PlanBuilder(basis, problems);
  const rowOf = new Map<string, number>();
  const invoices: PlannedInvoice[] = [];
  for (const row of rows) {
    const use = numbers.get(row.number);
    const before = rowOf.get(row.number);
    if (use?.invoice && before === undefined) {
      rowOf.set(row.number, row.row);
      if (isSame(row, use.invoice, basis)) plan.alreadyThere.push(row.row);
      else plan.refuse(row.row, { id: 'number', value: row.number }, takenFault(row.number, use.invoice));
      continue;
    }
    const planned = before === undefined ? planRow(row, plan) : repeated(row, before, plan);
    if (before === undefined) rowOf.set(row.number, row.row);
    if (planned) invoices.push({ ...planned, number: use?.free ?? row.number });
  }
  return plan.build({ invoices });
}

function planRow(row: InvoiceRow, plan: PlanBuilder): PlannedInvoice | null {
  const { customer: _customer, ...rest } = row;
  const found = plan.customerOf(row);
  if (!found || !plan.isOpen(row.row, 'invoiceDate', row.invoiceDate)) return null;
  const due = plan.dueOn(row, 'known' in found ? found.known.termsDays : DEFAULT_TERMS);
  if (!due || !plan.add(row.row, row.currency, row.amountMinor)) return null;
  if (due < row.invoiceDate) {
    const early = formatCount(daysBetween(due, row.invoiceDate), 'day');
    plan.note(
      row.row,
      { id: 'dueDate', value: due },
      `Due ${early} before its own date. It is imported like that.`,
    );
  }
  return { ...rest, customerId: plan.use(found), dueDate: due };
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
