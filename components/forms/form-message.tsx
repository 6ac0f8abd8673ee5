import { CircleAlert, CircleCheck } from 'lucide-react';
import type { FormState } from '@/lib/form-state';

const NONE: readonly string[] = [];

/** What a form as a whole has to say after a submit: all but what stands at its fields. `fields` names those. */
export function FormMessage({
  state,
  fields = NONE,
}: {
  readonly state: FormState;
  readonly fields?: readonly string[];
}) {
  if (state.status === 'idle' || state.status === 'invalid') return null;
  if (state.status === 'done')
    return (
      <output className="flex gap-2 text-form text-positive">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        {state.message}
      </output>
    );
  if (state.field && fields.includes(state.field)) return null;
  return (
    <p
      role="alert"
      tabIndex={-1}
      className="flex gap-2 rounded-control bg-destructive-soft px-3 py-2.5 text-form text-destructive"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {state.message}
    </p>
  );
}
