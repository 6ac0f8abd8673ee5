import type { ComponentProps } from 'react';
import { ApplyCreditDialog } from '@/components/payments/apply-credit-dialog';
import { applyCredit, undoAllocations } from './actions';

type ApplyCreditProps = Omit<ComponentProps<typeof ApplyCreditDialog>, 'apply' | 'undo'>;

/** The dialog that applies a credit, with the actions that do and undo, for any page that has its figures. */
export function ApplyCredit(props: ApplyCreditProps) {
  return <ApplyCreditDialog {...props} apply={applyCredit} undo={undoAllocations} />;
}
