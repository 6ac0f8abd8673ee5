'use client';
import { useEffect } from 'react';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { forgetPayer } from '../actions';

interface ForgetPayerProps {
  readonly aliasId: string;
  readonly shown: string;
  readonly requestId: string;
}

/** Forgets one payer. */
export function ForgetPayer({ aliasId, shown, requestId }: ForgetPayerProps) {
  const { state, pending, form } = useForm(forgetPayer, { status: 'idle' });
  useEffect(() => {
    if (state.status !== 'idle' && state.status !== 'invalid')
      showToast({ message: state.message, isProblem: state.status !== 'done' });
  }, [state]);
  return (
    <form {...form}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="aliasId" value={aliasId} />
      <Button type="submit" size="sm" variant="ghost" pending={pending} aria-label={`Forget ${shown}`}>
        Forget
      </Button>
    </form>
  );
}
