import type { ComponentProps } from 'react';
import { RecordPaymentDialog } from '@/components/payments/record-payment-dialog';
import { recordPayment, undoPayment } from './actions';

type RecordPaymentProps = Omit<ComponentProps<typeof RecordPaymentDialog>, 'record' | 'undo'>;

/** The payment dialog with the actions that book and undo, for any page that has its figures. */
export function RecordPayment(props: RecordPaymentProps) {
  return <RecordPaymentDialog {...props} record={recordPayment} undo={undoPayment} />;
}
