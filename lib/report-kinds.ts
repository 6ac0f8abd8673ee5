const KINDS: Readonly<Record<string, string>> = {
  aging: 'Aging report, CSV',
  aging_items: 'Open items, CSV',
  aging_pdf: 'Aging report, PDF',
  aging_items_pdf: 'Aging report by invoice, PDF',
  explore: 'Open invoices, CSV',
  explore_all: 'Open invoices with every column, CSV',
  explore_pdf: 'Open invoices, figures, PDF',
  explore_rows_pdf: 'Open invoices, PDF',
  dashboard_pdf: 'Dashboard, PDF',
  month_end_pdf: 'Month-end pack, PDF',
  customers: 'Customers, CSV',
  invoices: 'Invoices, CSV',
  invoices_pdf: 'Invoices, PDF',
  recurring_invoices: 'Recurring invoices, CSV',
  services: 'Services, CSV',
  beneficiaries: 'Beneficiaries, CSV',
  payments: 'Payments, CSV',
  statements_pdf: 'Statements, PDF',
};

/** What a report that was taken away is called. */
export function reportKind(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Whether all that the file was made of is kept, so that it can be made again and compared. */
export function isKept(kind: string): boolean {
  return kind.startsWith('aging');
}
