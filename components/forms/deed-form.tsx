'use client';
import { type ReactNode, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';

interface DeedFormProps {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Sent along: which thing is meant. */
  readonly values: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly variant?: 'default' | 'primary' | 'ghost';
  readonly children: ReactNode;
}

const IDLE: FormState = { status: 'idle' };

/** One button that does one thing at once, and says in a toast how that went. */
export function DeedForm({ action, values, requestId, variant = 'default', children }: DeedFormProps) {
  const [, submit, isPending] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await action(previous, form);
    if (next.status === 'done') showToast({ message: next.message });
    if (next.status === 'refused' || next.status === 'failed')
      showToast({ message: next.message, isProblem: true });
    return next;
  }, IDLE);
  return (
    <form action={submit}>
      <input type="hidden" name="requestId" value={requestId} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="sm" variant={variant} pending={isPending} className="max-md:h-11">
        {children}
      </Button>
    </form>
  );
}
