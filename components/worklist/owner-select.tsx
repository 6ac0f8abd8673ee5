'use client';
import { startTransition, useActionState, useId } from 'react';
import { Select } from '@/components/ui/select';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';

interface OwnerSelectProps {
  readonly label: string;
  /** By name; null for nobody. */
  readonly owner: string | null;
  readonly owners: readonly string[];
  /** What is given to somebody: the id that the action asks for, by its name. */
  readonly values: Readonly<Record<string, string>>;
  readonly assign: (previous: FormState, form: FormData) => Promise<FormState>;
}

const IDLE: FormState = { status: 'idle' };

/** Gives something to somebody as soon as a name is chosen; the toast gives it back. */
export function OwnerSelect({ label, owner, owners, values, assign }: OwnerSelectProps) {
  const id = useId();
  const give = (to: string) => assign(IDLE, formDataOf({ ...values, owner: to }));
  const [, submit, isPending] = useActionState(async (_previous: FormState, to: string) => {
    const next = await give(to);
    if (next.status === 'done') showToast({ message: next.message, undo: () => give(owner ?? '') });
    if (next.status === 'refused' || next.status === 'failed')
      showToast({ message: next.message, isProblem: true });
    return next;
  }, IDLE);
  const known = owner === null || owners.includes(owner) ? owners : [owner, ...owners];
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-meta whitespace-nowrap text-muted-foreground">
        {label}
      </label>
      <Select
        id={id}
        size="sm"
        className="w-40"
        value={owner ?? ''}
        aria-busy={isPending}
        onChange={({ target: { value } }) => startTransition(() => submit(value))}
      >
        <option value="">Nobody</option>
        {known.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
    </span>
  );
}
