'use client';
import { Download } from 'lucide-react';
import { SelectionBar } from '@/components/selection-bar';
import { buttonClass } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import type { Minor } from '@/lib/domain/money';

interface InvoiceSelectionProps {
  /** Null when the rows are in several. */
  readonly currency: string | null;
  /** All that the filters match, on all pages. */
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** The list with its filters. */
  readonly address: string;
}

/** The invoices that are selected: what is open of them, and files of them. */
export function InvoiceSelection({ currency, all, address }: InvoiceSelectionProps) {
  const query = address.split('?')[1] ?? '';
  return (
    <SelectionBar currency={currency} all={all}>
      {({ ids, isAll }) => {
        const chosen = isAll ? query : ids.map((id) => `invoice=${id}`).join('&');
        return (
          <>
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
