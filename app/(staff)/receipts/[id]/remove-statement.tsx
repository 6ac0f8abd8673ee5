'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { removeStatement } from '../actions';

/** Takes a statement away of which nothing was dealt with yet, and goes back to the list. */
export function RemoveStatement({
  statementId,
  requestId,
}: {
  readonly statementId: string;
  readonly requestId: string;
}) {
  const router = useRouter();
  const { state, pending, form } = useForm(removeStatement, { status: 'idle' });
  useEffect(() => {
    if (state.status === 'idle') return;
    if (state.status !== 'invalid') showToast({ message: state.message, isProblem: state.status !== 'done' });
    if (state.status === 'done') router.replace('/receipts');
  }, [state, router]);
  return (
    <form {...form}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="statementId" value={statementId} />
      <Button type="submit" variant="ghost" size="sm" pending={pending}>
        Remove
      </Button>
    </form>
  );
}
