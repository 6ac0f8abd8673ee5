'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { PlainDate } from '@/lib/domain/dates';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { goOn } from './go-on';

interface DoneButtonProps {
  readonly customerId: string;
  readonly tomorrow: PlainDate;
  readonly requestId: string;
  readonly nextHref: Route;
  readonly snooze: FormAction;
  readonly undo: FormAction;
}

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const IDLE: FormState = { status: 'idle' };

/** Takes a customer off today's list; it is back tomorrow. */
export function DoneButton({ customerId, tomorrow, requestId, nextHref, snooze, undo }: DoneButtonProps) {
  const router = useRouter();
  const [, submit, isPending] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await snooze(previous, form);
    if (next.status === 'done') {
      const { id } = next;
      showToast({
        message: 'Done for today. Back on the list tomorrow.',
        ...(id && { undo: () => undo(IDLE, formDataOf({ snoozeId: id })) }),
      });
      startTransition(() => goOn(router, nextHref));
    }
    if (next.status === 'refused' || next.status === 'failed')
      showToast({ message: next.message, isProblem: true });
    return next;
  }, IDLE);
  return (
    <form action={submit} className="contents">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="until" value={tomorrow} />
      <Button type="submit" pending={isPending} className="max-md:h-11" data-work-done>
        Done for today
      </Button>
    </form>
  );
}
