'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';

interface NameFormProps {
  /** What is sent along: which dashboard is meant. */
  readonly values: Readonly<Record<string, string>>;
  readonly defaultName: string;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  readonly submitLabel: string;
  readonly onDone: (id: string | undefined) => void;
  readonly onClose: () => void;
}

const IDLE: FormState = { status: 'idle' };
const FIELDS = ['name'];

/** The name of a dashboard. */
export function NameForm(props: NameFormProps) {
  const { values, defaultName, action, requestId, submitLabel, onDone, onClose } = props;
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await action(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      onDone(next.id);
    }
    return next;
  }, IDLE);
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name="name" label="Name" error={errorOf('name')}>
          {(control) => <Input {...control} defaultValue={defaultName} maxLength={80} autoComplete="off" />}
        </Field>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={FIELDS} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Saving…">{submitLabel}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
