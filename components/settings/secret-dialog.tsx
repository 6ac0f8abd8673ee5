'use client';
import { type ReactNode, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/form-state';
import { SecretMade } from './secret-made';

type SecretState = FormState & { readonly secret?: string };

interface SecretDialogProps {
  readonly title: string;
  readonly trigger: ReactNode;
  /** What follows from it. */
  readonly words: string;
  /** `secret` of its answer is what was made. */
  readonly action: (previous: SecretState, form: FormData) => Promise<SecretState>;
  /** Sent along: which thing is meant. */
  readonly values: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly label: string;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Asks, makes a new secret in place of another, and shows it once. */
export function SecretDialog({ title, trigger, ...form }: SecretDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      title={title}
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={trigger}
      triggerClassName={buttonClass({ variant: 'default', size: 'sm' })}
    >
      <SecretForm {...form} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

type SecretFormProps = Omit<SecretDialogProps, 'title' | 'trigger'> & { readonly onClose: () => void };

function SecretForm({ words, action, values, requestId, label, children, onClose }: SecretFormProps) {
  const { state, form } = useForm(action, { status: 'idle' });
  if (state.status === 'done') return <SecretMade state={state} what="secret" onClose={onClose} />;
  return (
    <form {...form} className="flex flex-1 flex-col">
      {Object.entries({ ...values, requestId }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <p>{words}</p>
        {children}
        <FormMessage state={state} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Making…">{label}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
