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

/** Whether it is the aging report: it is compared item by item with what is known now. */
export function isAging(kind: string): boolean {
  return kind.startsWith('aging');
}

/** Whether it is Explore: like the aging report it is read again from the books, as they were known. */
export function isExplore(kind: string): boolean {
  return kind.startsWith('explore');
}

/** Whether a file can be made again: from the books as they were known, or from what was noted with it. */
export function canBeMadeAgain({
  kind,
  hasContent,
}: {
  readonly kind: string;
  readonly hasContent: boolean;
}): boolean {
  return isAging(kind) || isExplore(kind) || hasContent;
}
