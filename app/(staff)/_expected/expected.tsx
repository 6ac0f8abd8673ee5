import { Suspense } from 'react';
import { ExpectedList } from '@/components/expected-list';
import { PartBoundary } from '@/components/part-boundary';
import { expectedPayments, readBookOf } from '@/db/queries/expected-payments';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { isExpected } from '@/lib/domain/forecast/expected-day';

interface ExpectedProps {
  readonly actor: StaffActor;
  readonly customerId: string;
  readonly currency: string;
  readonly today: PlainDate;
  /** One document alone; null for all that the customer has open. */
  readonly documentId: string | null;
}

/** Invoices that are told one by one beside a customer. */
const SHOWN = 5;

/** When what is open should be paid, and why: read apart, so that the page does not wait for it. */
export function Expected(props: ExpectedProps) {
  return (
    <PartBoundary title="Expected">
      <Suspense fallback={<div aria-hidden className="min-h-14" />}>
        <Found {...props} />
      </Suspense>
    </PartBoundary>
  );
}

async function Found({ actor, customerId, currency, today, documentId }: ExpectedProps) {
  const at = { asOf: today, knownAt: null, currency };
  const { payments, count } = await withScope(actor, 'read', async (tx) => {
    const { debits, read } = await readBookOf(tx, at, [customerId]);
    const meant = debits.filter(
      (debit) => isExpected(debit) && (documentId === null || debit.documentId === documentId),
    );
    return { payments: await expectedPayments(tx, meant.slice(0, SHOWN), read), count: meant.length };
  });
  if (payments.length === 0) return null;
  return (
    <ExpectedList
      payments={payments}
      more={Math.max(0, count - SHOWN)}
      today={today}
      isNumbered={documentId === null}
    />
  );
}
