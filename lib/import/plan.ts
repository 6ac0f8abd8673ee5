import { addDays, type PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { CustomerDirectory, KnownCustomer, NewCustomer, Resolved } from './customer-directory';
import type { FieldId } from './field';
import type { ImportKind } from './fields';
import { columnName, type Mapping } from './mapping';
import type { Fault } from './read-day';
import type { CustomerRow, InvoiceRow, OpeningRow, PaymentRow } from './read-rows';
import type { RowProblem, Table } from './table';

/** Something a person should know about a row that is imported all the same. */
export interface RowNotice {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly notice: string;
}

/** What one currency of an import adds up to. */
interface CurrencyTotal {
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: Minor;
  /** Of payments: what no invoice takes, so that it stays on account. */
  readonly unappliedMinor: Minor;
}

/** A customer to create, with what a file of customers says of it. */
export type PlannedCustomer = NewCustomer & {
  readonly details?: Omit<CustomerRow, 'row' | 'customer' | 'currency'>;
};

/** An invoice to post. */
export type PlannedInvoice = Omit<InvoiceRow, 'customer' | 'dueDate'> & {
  readonly customerId: string;
  readonly dueDate: PlainDate;
};

/** A payment to post, and which open items take how much of it. */
export type PlannedPayment = Omit<PaymentRow, 'customer'> & {
  readonly customerId: string;
  readonly importKey: string;
  readonly parts: readonly { readonly itemId: string; readonly amountMinor: Minor }[];
};

/** An opening balance to post. */
export type PlannedOpening = Pick<OpeningRow, 'row' | 'amountMinor' | 'currency'> & {
  readonly customerId: string;
  /** The day that the balances are of. */
  readonly asOf: PlainDate;
  /** Null: the next of the own series. */
  readonly number: string | null;
  readonly dueDate: PlainDate;
  readonly reason: string;
};

/** What an import would do to the books, row by row, and what it would not and why. */
export interface Plan {
  readonly customers: readonly PlannedCustomer[];
  /** Archived customers on whom nothing stands, brought back because a row needs them. */
  readonly restored: readonly KnownCustomer[];
  readonly invoices: readonly PlannedInvoice[];
  readonly payments: readonly PlannedPayment[];
  readonly openings: readonly PlannedOpening[];
  /** Rows that were booked before, by number. */
  readonly alreadyThere: readonly number[];
  /** In the order of the file; a row may have several. */
  readonly problems: readonly RowProblem[];
  readonly notices: readonly RowNotice[];
  readonly totals: readonly CurrencyTotal[];
}

/** How many of what the file is about would be created. */
export function createdOf(kind: ImportKind, plan: Plan): number {
  if (kind === 'customers') return plan.customers.length + plan.restored.length;
  return plan.invoices.length + plan.payments.length + plan.openings.length;
}

/** What planning needs besides the rows themselves. */
export interface PlanBasis {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly mapping: Mapping;
  readonly directory: CustomerDirectory;
  /** The last closed day; null when none is. */
  readonly lockedOn: PlainDate | null;
  /** Days to pay of a customer with whom none are agreed. */
  readonly termsDays: number;
}

/** The customer of a row: in the books, to be created, or named by an invoice. */
export type PlannedFor =
  | { readonly known: KnownCustomer }
  | { readonly created: PlannedCustomer }
  | { readonly id: string };

type RowWithDue = Pick<InvoiceRow, 'row' | 'invoiceDate' | 'dueDate'>;
type RowOfCustomer = Pick<InvoiceRow, 'row' | 'customer' | 'currency'>;

/** Collects a plan while rows are gone through. */
export class PlanBuilder {
  readonly alreadyThere: number[] = [];
  readonly notices: RowNotice[] = [];
  readonly #problems: RowProblem[];
  readonly #customers = new Map<string, PlannedCustomer>();
  readonly #restored = new Map<string, KnownCustomer>();
  readonly #totals = new Map<string, { count: number; amount: number; unapplied: number }>();

  constructor(
    private readonly basis: PlanBasis,
    problems: readonly RowProblem[],
  ) {
    this.#problems = [...problems];
  }

  /** Refuses a row for what one of its fields says; null for the row as a whole. */
  refuse(row: number, at: { readonly id: FieldId | null; readonly value: string }, fault: Fault): void {
    const column = at.id === null ? '' : this.#column(at.id);
    this.#problems.push({ row, column, value: at.value, ...fault });
  }

  /** Takes a row although something about it is odd. */
  note(row: number, at: { readonly id: FieldId; readonly value: string }, notice: string): void {
    this.notices.push({ row, column: this.#column(at.id), value: at.value, notice });
  }

  /** Whom a row means; null, with the row refused, when that cannot be said. */
  customerOf({
    row,
    customer,
    currency,
  }: RowOfCustomer): Exclude<Resolved, { readonly fault: Fault }> | null {
    const found = this.basis.directory.resolve(customer, currency);
    if (!('fault' in found)) return found;
    const id = customer.code === '' ? 'customerName' : 'customerCode';
    this.refuse(row, { id, value: customer.code || customer.name }, found.fault);
    return null;
  }

  /** Whether the day is open; refuses the row when not. The field is null for a day that no column holds. */
  isOpen(row: number, id: FieldId | null, day: PlainDate): boolean {
    const { lockedOn } = this.basis;
    if (lockedOn === null || day > lockedOn) return true;
    this.refuse(
      row,
      { id, value: day },
      {
        problem: `${day} lies in a closed period: the books are closed to ${lockedOn}.`,
        hint: 'Leave this row out, or open the period in Settings first.',
      },
    );
    return false;
  }

  /** The due day that a row gives, else the one by the terms; null, with the row refused, when that is beyond all days. */
  dueOn({ row, invoiceDate, dueDate }: RowWithDue, termsDays: number): PlainDate | null {
    if (dueDate || invoiceDate <= LAST_WITHOUT_DUE) return dueDate ?? addDays(invoiceDate, termsDays);
    this.refuse(row, { id: 'invoiceDate', value: invoiceDate }, TOO_FAR);
    return null;
  }

  /** Marks the customer of an accepted row as needed, and answers its id. */
  use(customer: PlannedFor): string {
    if ('created' in customer) this.#customers.set(customer.created.id, customer.created);
    if ('known' in customer && customer.known.isArchived)
      this.#restored.set(customer.known.id, customer.known);
    if ('id' in customer) return customer.id;
    return 'created' in customer ? customer.created.id : customer.known.id;
  }

  /** Adds an accepted row to its currency; false, with the row refused, when the sum would no longer be exact. */
  add(row: number, currency: string, amountMinor: Minor): boolean {
    const total = this.#totals.get(currency) ?? { count: 0, amount: 0, unapplied: 0 };
    if (!Number.isSafeInteger(total.amount + amountMinor)) {
      this.refuse(row, { id: 'amount', value: String(amountMinor) }, TOO_MUCH);
      return false;
    }
    total.count += 1;
    total.amount += amountMinor;
    this.#totals.set(currency, total);
    return true;
  }

  /** Notes that this much of a payment stays on account. */
  addUnapplied(currency: string, amountMinor: Minor): void {
    const total = this.#totals.get(currency);
    if (total) total.unapplied += amountMinor;
  }

  /** The plan, with the documents given. */
  build(documents: Partial<Pick<Plan, 'invoices' | 'payments' | 'openings'>>): Plan {
    return {
      invoices: [],
      payments: [],
      openings: [],
      ...documents,
      customers: [...this.#customers.values()],
      restored: [...this.#restored.values()],
      alreadyThere: this.alreadyThere,
      problems: this.#problems.toSorted((a, b) => a.row - b.row),
      notices: this.notices,
      totals: [...this.#totals]
        .map(([currency, { count, amount, unapplied }]) => ({
          currency,
          count,
          amountMinor: toMinor(amount),
          unappliedMinor: toMinor(unapplied),
        }))
        .toSorted((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1)),
    };
  }

  #column(id: FieldId): string {
    const { mapping, table, kind } = this.basis;
    return columnName(mapping, table.header, { kind, id });
  }
}

/** Terms end at most ten years after the invoice, and days end with 2199. */
const LAST_WITHOUT_DUE = '2189-12-31';

const TOO_FAR: Fault = {
  problem: 'This day is too far away to work out a due date.',
  hint: 'Check the year, or give the due date in a column of its own.',
};

const TOO_MUCH: Fault = {
  problem: 'Together with the rows above, this is more than can be added up exactly.',
  hint: 'Check the amounts: a column may be wrong by a factor.',
};
