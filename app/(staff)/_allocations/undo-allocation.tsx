'use client';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { reapplyAllocations, undoAllocations } from './actions';

interface UndoAllocationProps {
  readonly allocationId: string;
  /** What is taken back, for a screen reader: "$500.00 of PMT-00012". */
  readonly what: string;
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };

/** Takes one application of money back, at once; the toast can apply it again. */
export function UndoAllocation({ allocationId, what, requestId }: UndoAllocationProps) {
  const [, submit, isPending] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await undoAllocations(previous, form);
    const undo = () => reapplyAllocations(IDLE, formDataOf({ allocationIds: allocationId }));
    if (next.status === 'done') showToast({ message: next.message, undo });
    if (next.status === 'refused' || next.status === 'failed')
      showToast({ message: next.message, isProblem: true });
    return next;
  }, IDLE);
  return (
    <form action={submit}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="allocationIds" value={allocationId} />
      <Button type="submit" variant="ghost" size="sm" pending={isPending} className="max-md:h-11">
        Undo<span className="sr-only"> {what}</span>
      </Button>
    </form>
  );
}
