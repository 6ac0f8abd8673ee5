'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { Dialog } from '@/components/ui/dialog';
import { RecordPaymentForm, type RecordPaymentProps } from './record-payment-form';

/** The payment form in a dialog over the page that it was asked from; closing it goes back to that page. */
export function RecordPaymentDialog({
  closeHref,
  ...form
}: RecordPaymentProps & { readonly closeHref: Route }) {
  const router = useRouter();
  const close = () => router.replace(closeHref, { scroll: false });
  return (
    <Dialog title="Record a payment" about={form.customer.name} open onOpenChange={close} size="lg">
      <RecordPaymentForm {...form} onClose={close} />
    </Dialog>
  );
}
