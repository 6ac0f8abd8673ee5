'use client';
import { BellRing, Download } from 'lucide-react';
import Link from 'next/link';
import { SelectionBar } from '@/components/selection-bar';
import { buttonClass } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import type { Minor } from '@/lib/domain/money';
import { route } from '@/lib/url';

interface InvoiceSelectionProps {
  /** Null when the rows are in several. */
  readonly currency: string | null;
  /** All that the filters match, on all pages. */
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** The list with its filters. */
  readonly address: string;
  readonly mayRemind: boolean;
}

/** The invoices that are selected: what is open of them, a reminder of them, and files of them. */
export function InvoiceSelection({ currency, all, address, mayRemind }: InvoiceSelectionProps) {
  const query = address.split('?')[1] ?? '';
  return (
    <SelectionBar currency={currency} all={all}>
      {({ ids, isAll }) => {
        const chosen = isAll ? query : ids.map((id) => `invoice=${id}`).join('&');
        return (
          <>
            {mayRemind && (
              <Link
                href={route(`/reminders/chosen?of=invoices&${chosen}`)}
                className={buttonClass({ size: 'sm' })}
                data-selection-remind
              >
                <BellRing aria-hidden />
                Remind
              </Link>
            )}
            <DownloadButton href={`/exports/invoices/pdf?${chosen}`} label="PDF" />
            <a href={`/exports/invoices?${chosen}`} download className={buttonClass({ size: 'sm' })}>
              <Download aria-hidden />
              CSV
            </a>
          </>
        );
      }}
    </SelectionBar>
  );
}
