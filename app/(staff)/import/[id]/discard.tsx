'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { discardImport } from './actions';

/** Takes a file away that was not imported, and goes back to the list. */
export function Discard({ importId, requestId }: { readonly importId: string; readonly requestId: string }) {
  const router = useRouter();
  const { state, pending, form } = useForm(discardImport, { status: 'idle' });
  useEffect(() => {
    if (state.status !== 'done') return;
    showToast({ message: state.message });
    router.replace('/import');
  }, [state, router]);
  return (
    <form {...form}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="importId" value={importId} />
      <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} />
      <Button type="submit" variant="ghost" pending={pending} className="-ml-3 max-md:h-11">
        Remove this file
      </Button>
    </form>
  );
}
