'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { confirmNotice } from './actions';

interface ConfirmNoticeProps {
  readonly intentId: string;
  /** In words. */
  readonly amount: string;
  readonly customer: string;
  /** Whether a payment of the same amount is there, and is not this one. */
  readonly isAnother: boolean;
  readonly requestId: string;
}

/** Books the payment with one press, and says what was booked. */
export function ConfirmNotice({ intentId, amount, customer, isAnother, requestId }: ConfirmNoticeProps) {
  const { state, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await confirmNotice(previous, data);
    if (next.status === 'done') showToast({ message: next.message });
    return next;
  }, IDLE);
  return (
    <form {...form} className="flex flex-col items-end gap-1">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="intentId" value={intentId} />
      {isAnother && <input type="hidden" name="another" value="yes" />}
      <SubmitButton
        size="sm"
        variant={isAnother ? 'default' : 'primary'}
        className="max-md:h-11"
        pendingLabel="Recording…"
        aria-label={`Record ${isAnother ? 'another ' : ''}${amount} from ${customer}`}
      >
        Record {isAnother && 'another '}
        {amount}
      </SubmitButton>
      {state.status !== 'done' && <FormMessage state={state} />}
    </form>
  );
}

const IDLE: FormState = { status: 'idle' };
