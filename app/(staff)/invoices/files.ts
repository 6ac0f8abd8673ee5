import type { ExportFile } from '@/components/explore/export-menu';
import { formatCount } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';

/** Invoices that are printed while somebody waits; more are made by the worker. */
const AT_ONCE = 25;

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
      isLarge: count > AT_ONCE,
    },
  ];
}
