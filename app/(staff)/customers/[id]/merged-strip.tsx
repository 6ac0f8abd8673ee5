'use client';
import Link from 'next/link';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import type { Merge } from '@/db/queries/merges';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { route } from '@/lib/url';
import { undoMerge } from './merge-actions';

interface MergedStripProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly merge: Merge;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  readonly requestId: string;
}

/** Says into whom a customer was merged, and takes that back. */
export function MergedStrip({ customer: { id, name }, merge, today, mayWrite, requestId }: MergedStripProps) {
  return (
    <section
      aria-label="Merged"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel bg-info-soft px-4 py-3"
    >
      <p className="min-w-0 flex-1">
        Merged into{' '}
        <Link href={route(`/customers/${merge.intoId}`)} className="link">
          {merge.into}
        </Link>{' '}
        on {formatDay(merge.mergedOn, { today })}. What happened before stays here to be read.
      </p>
      <ButtonLink href={route(`/customers/${merge.intoId}`)} variant="primary" size="sm">
        Open {merge.into}
      </ButtonLink>
      {mayWrite && (
        <ConfirmForm
          title={`Undo the merge of ${name} into ${merge.into}?`}
          description={`All that was moved is open at ${name} again. What ${merge.into} paid of it meanwhile waits on the account of ${merge.into} to be applied.`}
          trigger="Undo merge…"
          triggerClassName={buttonClass({ size: 'sm' })}
          action={undoMerge}
          values={{ customerId: id }}
          requestId={requestId}
          confirmLabel="Undo merge"
          pendingLabel="Undoing…"
        />
      )}
    </section>
  );
}
