'use client';
import { useState } from 'react';
import type { InvoiceHead } from '@/components/invoices/invoice-fields';
import { newLine } from '@/components/invoices/line-editor';
import type { CustomerOption } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import { type DraftTotals, draftTotals } from '@/lib/domain/invoice-draft';
import type { Instalment } from '@/lib/domain/payment-terms';
import { inCurrency, type WrittenInvoice, writtenDueOn, writtenInstalments } from '@/lib/written-invoice';
import type { Start } from './read';

/** What is written, and what follows from it. */
interface Writing {
  readonly written: WrittenInvoice;
  readonly customer: CustomerOption | null;
  readonly totals: DraftTotals;
  /** Null in parts, and while no day is known. */
  readonly dueOn: PlainDate | null;
  /** Null while a day, an amount or the total is missing. */
  readonly instalments: readonly Instalment[] | null;
  readonly set: (changes: Partial<WrittenInvoice>) => void;
  readonly setHead: (changes: Partial<InvoiceHead>) => void;
}

/** What is written of an invoice. A line is always there; prices keep their figures when the customer brings another currency. */
export function useWriting(start: Start): Writing {
  const [customer, setCustomer] = useState(start.customer);
  const [written, setWritten] = useState<WrittenInvoice>(() => ({
    ...start.written,
    lines: start.written.lines.length > 0 ? start.written.lines : [newLine()],
  }));
  const termsDays = customer?.termsDays ?? null;
  const totals = draftTotals(written.lines);
  const set = (changes: Partial<WrittenInvoice>) => setWritten((before) => ({ ...before, ...changes }));
  const setHead = ({ customer: chosen, ...changes }: Partial<InvoiceHead>) => {
    if (chosen === undefined) return set(changes);
    setCustomer(chosen);
    setWritten((before) => ({ ...before, ...changes, ...billedTo(before, chosen) }));
  };
  return {
    written,
    customer,
    totals,
    dueOn: writtenDueOn(written, termsDays),
    instalments: writtenInstalments(written, totals.totalMinor, termsDays),
    set,
    setHead,
  };
}

/** Whoever is billed brings the currency, and has beneficiaries of its own. */
function billedTo(before: WrittenInvoice, customer: CustomerOption | null): Partial<WrittenInvoice> {
  const currency = customer?.currency ?? before.currency;
  const isOther = customer !== null && customer.id !== before.customerId;
  const lines = inCurrency(before.lines, before.currency, currency);
  return {
    customerId: customer?.id ?? null,
    currency,
    lines: isOther ? lines.map((line) => ({ ...line, beneficiaryId: null })) : lines,
  };
}
