'use client';
import { useRouter } from 'next/navigation';
import { NameForm } from '@/components/forms/name-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormState } from '@/lib/form-state';
import { type Params, withParams } from '@/lib/url';

interface NewDialogProps {
  readonly create: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  readonly params: Params;
}

const NO_VALUES = {};

/** Asks what a new dashboard is called, and opens it to be arranged. */
export function NewDialog({ create, requestId, params }: NewDialogProps) {
  const router = useRouter();
  const close = () => router.replace(withParams('/dashboard', params, { dialog: null }), { scroll: false });
  return (
    <Dialog title="New dashboard" open onOpenChange={close} size="sm">
      <NameForm
        values={NO_VALUES}
        defaultName=""
        action={create}
        requestId={requestId}
        submitLabel="Make dashboard"
        onClose={close}
        onDone={(id) =>
          router.replace(withParams('/dashboard', params, { dialog: null, d: id ?? null, edit: '1' }))
        }
      />
    </Dialog>
  );
}
