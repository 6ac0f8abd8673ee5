import type { ExportFile } from '@/components/explore/export-menu';
import { formatCount } from '@/lib/format';
import { PAPERS_AT_ONCE } from '@/lib/papers-at-once';
import { type Params, withParams } from '@/lib/url';

/** What the list of invoices can be taken away as: its rows, or each invoice as its customer gets it. */
export function invoiceFiles(count: number, params: Params): ExportFile[] {
  return [
    {
      label: 'CSV, these invoices',
      holds: formatCount(count, 'row'),
      href: withParams('/exports/invoices', params, {}),
    },
    {
      label: 'PDF of all of them',
      holds: formatCount(count, 'invoice'),
      href: withParams('/exports/invoices/pdf', params, {}),
      isLarge: count > PAPERS_AT_ONCE,
    },
  ];
}
