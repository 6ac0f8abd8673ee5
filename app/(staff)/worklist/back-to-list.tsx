'use client';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { endSnooze } from './actions';

interface BackToListProps {
  readonly snoozeId: string;
  readonly customer: string;
}

const IDLE: FormState = { status: 'idle' };

/** Puts a customer back on the worklist before its day. */
export function BackToList({ snoozeId, customer }: BackToListProps) {
  const [, submit, isPending] = useActionState(async () => {
    const next = await endSnooze(IDLE, formDataOf({ snoozeId }));
    if (next.status === 'done') showToast({ message: next.message });
    if (next.status === 'refused' || next.status === 'failed')
      showToast({ message: next.message, isProblem: true });
    return next;
  }, IDLE);
  return (
    <form action={submit}>
      <Button
        type="submit"
        size="sm"
        pending={isPending}
        aria-label={`Back to the list: ${customer}`}
        className="max-md:h-11"
      >
        Back to the list
      </Button>
    </form>
  );
}
