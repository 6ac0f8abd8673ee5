'use client';
import { type FormEvent, type RefObject, startTransition, useActionState, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/form-state';

/** What a form needs: spread `form` on it, show `state`. `errorOf` gives a field's error, undefined when there is none. */
export interface FormControl<S extends FormState> {
  readonly state: S;
  readonly pending: boolean;
  readonly errorOf: (name: string) => string | undefined;
  readonly form: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly action: (form: FormData) => void;
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    readonly noValidate: true;
  };
}

/**
 * A form on a server action. Without JavaScript it posts itself. With it, what was typed stays in place, and after an
 * answer that found fault the first field at fault has the focus.
 */
export function useForm<S extends FormState>(
  action: (previous: S, form: FormData) => Promise<S>,
  initial: Awaited<S>,
): FormControl<Awaited<S>> {
  const [state, submit, pending] = useActionState<S, FormData>(action, initial);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'idle' || state.status === 'done') return;
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }, [state]);
  return {
    state,
    pending,
    errorOf: (name) => errorIn(state, name),
    form: {
      ref,
      action: submit,
      // React empties a form whose action it ran itself.
      onSubmit(event) {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!pending) startTransition(() => submit(data));
      },
      noValidate: true,
    },
  };
}

function errorIn(state: FormState, name: string): string | undefined {
  if (state.status === 'invalid') return state.fields[name]?.[0];
  return state.status === 'refused' && state.field === name ? state.message : undefined;
}
