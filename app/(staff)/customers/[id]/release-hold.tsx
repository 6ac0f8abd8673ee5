'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { HoldKind } from '@/lib/domain/hold';
import type { FormState } from '@/lib/form-state';
import { HOLD_WORDS } from '@/lib/hold-words';
import { releaseHold } from './actions';

interface ReleaseHoldProps {
  readonly holdId: string;
  readonly kind: HoldKind;
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };

/** Ends a hold from today on. */
export function ReleaseHold({ holdId, kind, requestId }: ReleaseHoldProps) {
  const { state, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await releaseHold(previous, data);
    if (next.status === 'done') showToast({ message: next.message });
    return next;
  }, IDLE);
  return (
    <form {...form}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="holdId" value={holdId} />
      <SubmitButton
        variant="default"
        size="sm"
        aria-label={`Release the hold on ${HOLD_WORDS[kind].title.toLowerCase()}`}
      >
        Release
      </SubmitButton>
      <FormMessage state={state.status === 'done' ? IDLE : state} />
    </form>
  );
}
