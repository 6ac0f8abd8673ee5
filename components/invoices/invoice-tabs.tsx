import { Segmented } from '@/components/ui/segmented';

/** What was invoiced and what is to be invoiced again and again: beside the title of either. */
export function InvoiceTabs({ current }: { readonly current: '/invoices' | '/recurring' }) {
  return (
    <Segmented
      label="Invoices"
      options={[
        { label: 'Posted', href: '/invoices', isCurrent: current === '/invoices' },
        { label: 'Recurring', href: '/recurring', isCurrent: current === '/recurring' },
      ]}
    />
  );
}
