'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { NoteField } from '@/components/reminders/note-field';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { cancelMailsAction } from '../../mails/actions';

interface ChosenFormProps {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Customers that can be reminded: all are ticked at first. */
  readonly count: number;
  /** None: everything late of each. */
  readonly documentIds: readonly string[];
  readonly requestId: string;
  readonly backHref: Route;
  /** The table with a box `customerIds` for each. */
  readonly children: ReactNode;
}

const IDLE: FormState = { status: 'idle' };

/** Reminds all that are ticked: a note above each mail, half a minute to take them back, then how far they are. */
export function ChosenForm(props: ChosenFormProps) {
  const { action, count, documentIds, requestId, backHref, children } = props;
  const [ticked, setTicked] = useState(count);
  const router = useRouter();
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await action(previous, data);
    if (next.status === 'done' && next.id) {
      const mailIds = next.id;
      const undo = () => cancelMailsAction(IDLE, formDataOf({ mailIds }));
      showToast({ message: next.message, undo });
      router.push(route(`/mails?with=${mailIds.split(',')[0]}`));
    }
    return next;
  }, IDLE);
  return (
    <form
      {...form}
      onChange={({ currentTarget }) => setTicked(new FormData(currentTarget).getAll('customerIds').length)}
    >
      <input type="hidden" name="requestId" value={requestId} />
      {documentIds.map((id) => (
        <input key={id} type="hidden" name="documentIds" value={id} />
      ))}
      <div className="mb-5 flex max-w-[640px] flex-col gap-4">
        <NoteField
          error={errorOf('note')}
          hint="Optional. It stands above everything else, in each of the mails."
        />
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={['note']} />
        <div className="flex flex-wrap items-center gap-2">
          <SubmitButton pendingLabel="Reminding…">Remind {formatCount(ticked, 'customer')}</SubmitButton>
          <ButtonLink href={backHref}>Back</ButtonLink>
          <span className="text-muted-foreground">Each gets one mail, of what is open when it goes.</span>
        </div>
      </div>
      {children}
    </form>
  );
}
