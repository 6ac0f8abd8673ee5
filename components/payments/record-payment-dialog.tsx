'use client';
import type { Route } from 'next';
import { useState } from 'react';
import { DiscardQuestion } from '@/components/forms/discard-question';
import { Dialog } from '@/components/ui/dialog';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import { RecordPaymentForm, type RecordPaymentProps } from './record-payment-form';

/** The payment form in a dialog over the page that it was asked from; closing it goes back to that page, and asks first once something was typed. */
export function RecordPaymentDialog({
  closeHref,
  ...form
}: RecordPaymentProps & { readonly closeHref: Route }) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  const [isTyped, setIsTyped] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const leave = () => (isTyped ? setIsAsking(true) : close());
  return (
    <Dialog title="Record a payment" about={form.customer.name} open={isOpen} onOpenChange={leave} size="lg">
      <RecordPaymentForm {...form} onTyped={() => setIsTyped(true)} onCancel={leave} onDone={close} />
      <DiscardQuestion
        title={`Throw away the payment of ${form.customer.name}?`}
        isAsking={isAsking}
        onKeep={() => setIsAsking(false)}
        onDiscard={close}
      />
    </Dialog>
  );
}
