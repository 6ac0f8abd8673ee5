'use client';
import type { Route } from 'next';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { RoutedDialog } from '@/components/forms/routed-dialog';
import { Field } from '@/components/ui/field';
import type { CustomerOption } from '@/db/queries/customers';
import { findCustomers } from '../find-customers';
import { mergeCustomer } from './merge-actions';

interface MergeDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** Which one was meant already; null for none. */
  readonly into: CustomerOption | null;
  /** What it owes, in words, a text per currency; empty when nothing is open. */
  readonly owed: readonly string[];
  readonly requestId: string;
  readonly closeHref: Route;
}

/** Makes a customer one with another that was there already: says what moves, what stays, and that it can be taken back. */
export function MergeDialog({ customer, into, owed, requestId, closeHref }: MergeDialogProps) {
  const { id, name } = customer;
  return (
    <RoutedDialog
      title="Merge"
      about={name}
      size="md"
      closeHref={closeHref}
      action={mergeCustomer}
      requestId={requestId}
      values={{ customerId: id }}
      submitLabel={`Merge ${name}`}
      pendingLabel="Merging…"
      fieldNames={['intoId']}
    >
      {(errorOf) => (
        <>
          <Field name="intoId" label="Into" error={errorOf('intoId')}>
            {(control) => (
              <CustomerPicker
                {...control}
                find={findCustomers}
                defaultOption={into}
                placeholder="Find the customer that goes on"
                autoFocus
              />
            )}
          </Field>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-muted-foreground">
            <li>
              {owed.length > 0
                ? `What is open, ${owed.join(' and ')}, goes on there as a transfer for each item, due as before.`
                : 'Nothing is open, so no money moves.'}
            </li>
            <li>
              People, beneficiaries, its own customers below it, and promises that are waited for go along.
            </li>
            <li>
              Whoever signs in for it in the portal sees the account of the other from then on. Invitations
              that wait end.
            </li>
            <li>Its documents, payments, notes and mails stay here to be read. {name} is archived.</li>
            <li>
              It can be undone: then all that moved is open here again, and logins open what they opened
              before.
            </li>
          </ul>
        </>
      )}
    </RoutedDialog>
  );
}
