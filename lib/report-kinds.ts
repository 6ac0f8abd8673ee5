const KINDS: Readonly<Record<string, string>> = {
  aging: 'Aging report, CSV',
  aging_items: 'Open items, CSV',
  aging_pdf: 'Aging report, PDF',
  aging_items_pdf: 'Aging report by invoice, PDF',
};

/** What a report that was taken away is called. */
export function reportKind(kind: string): string {
  return KINDS[kind] ?? kind;
}
