'use client';
import type { Route } from 'next';
import { Dialog } from '@/components/ui/dialog';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import { RecordPaymentForm, type RecordPaymentProps } from './record-payment-form';

/** The payment form in a dialog over the page that it was asked from; closing it goes back to that page. */
export function RecordPaymentDialog({
  closeHref,
  ...form
}: RecordPaymentProps & { readonly closeHref: Route }) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  return (
    <Dialog title="Record a payment" about={form.customer.name} open={isOpen} onOpenChange={close} size="lg">
      <RecordPaymentForm {...form} onClose={close} />
    </Dialog>
  );
}
