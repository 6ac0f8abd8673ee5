'use client';
import type { Route } from 'next';
import { RoutedDialog } from '@/components/forms/routed-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { HoldKind } from '@/lib/domain/hold';
import { HOLD_WORDS } from '@/lib/hold-words';
import { placeHold } from './actions';

interface HoldDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** What is not on hold already; at least one. */
  readonly kinds: readonly HoldKind[];
  readonly requestId: string;
  readonly closeHref: Route;
}

/** Stops further credit, or reminders, with the reason that everybody sees. */
export function HoldDialog({ customer, kinds, requestId, closeHref }: HoldDialogProps) {
  return (
    <RoutedDialog
      title="Put on hold"
      about={customer.name}
      closeHref={closeHref}
      action={placeHold}
      requestId={requestId}
      values={{ customerId: customer.id }}
      submitLabel="Put on hold"
      pendingLabel="Saving…"
      fieldNames={['reason']}
    >
      {(errorOf) => (
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="label">What stops</legend>
            {kinds.map((kind, i) => (
              <label key={kind} className="flex gap-2.5">
                <input
                  type="radio"
                  className="mt-0.5 size-4 accent-primary"
                  name="kind"
                  value={kind}
                  defaultChecked={i === 0}
                />
                <span>
                  {HOLD_WORDS[kind].title}
                  <span className="block text-meta text-subtle">{HOLD_WORDS[kind].meaning}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Field name="reason" label="Why" error={errorOf('reason')}>
            {(control) => <Input {...control} maxLength={500} autoComplete="off" autoFocus />}
          </Field>
        </>
      )}
    </RoutedDialog>
  );
}
