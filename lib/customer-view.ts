import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** What can be asked about a customer in a dialog, besides a payment and a credit to apply. */
const DIALOGS = ['promise', 'hold', 'people', 'beneficiaries', 'merge'] as const;
/** One of them. */
export type CustomerDialog = (typeof DIALOGS)[number];

/** What the page of a customer shows besides the customer: a day, and at most one dialog. */
export interface CustomerView {
  readonly asOf: PlainDate;
  /** The payment dialog is open, in `currency` (null: the customer's own). */
  readonly pay: boolean;
  readonly currency: string | null;
  /** What the payment dialog begins with, as text; null for nothing. */
  readonly amount: string | null;
  /** The credit that is being applied; null for none. */
  readonly apply: string | null;
  /** Another dialog; null for none. */
  readonly dialog: CustomerDialog | null;
  /** Whom it would be merged into; null when that is still to be chosen. */
  readonly into: string | null;
  /** Cursor of the timeline: entries before it. */
  readonly older: string | null;
}

/** Reads the view of a customer from a URL; what cannot be read is named in `dropped`. */
export function readCustomerView(
  params: SearchParams,
  today: PlainDate,
): { view: CustomerView; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const view: CustomerView = {
    asOf: read('asOf', z.string().refine(isPlainDate), today),
    pay: read('pay', z.literal('1'), null) === '1',
    currency: read('currency', z.string().refine(isCurrency), null),
    amount: read('amount', z.string().max(30), null),
    apply: read('apply', z.uuid(), null),
    dialog: read('dialog', z.enum(DIALOGS), null),
    into: read('into', z.uuid(), null),
    older: read('older', z.string().max(100), null),
  };
  return { view, dropped };
}
