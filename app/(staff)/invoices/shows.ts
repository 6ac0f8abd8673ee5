import type { InvoiceShow } from '@/lib/invoice-filters';

/** What the list of invoices can show; drafts are a list of their own. */
export const INVOICE_SHOWS: readonly { show: InvoiceShow | 'draft'; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'owed', label: 'Owed' },
  { show: 'late', label: 'Late' },
  { show: 'paid', label: 'Paid' },
  { show: 'void', label: 'Void' },
  { show: 'draft', label: 'Drafts' },
];
