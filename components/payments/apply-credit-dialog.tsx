'use client';
import type { Route } from 'next';
import { Dialog } from '@/components/ui/dialog';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import type { CreditItemRow } from '@/db/queries/credit-items';
import { KIND_NAMES } from '@/lib/domain/documents';
import { ApplyCreditForm, type ApplyCreditProps } from './apply-credit-form';

interface ApplyCreditDialogProps extends ApplyCreditProps {
  readonly credit: CreditItemRow;
  readonly closeHref: Route;
}

/** Applies one credit to open invoices, in a dialog over the page that it was asked from. */
export function ApplyCreditDialog({ closeHref, ...form }: ApplyCreditDialogProps) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  const { kind, number } = form.credit;
  return (
    <Dialog
      title={`Apply ${KIND_NAMES[kind].toLowerCase()} ${number}`}
      about={form.customer}
      open={isOpen}
      onOpenChange={close}
    >
      <ApplyCreditForm {...form} onClose={close} />
    </Dialog>
  );
}
