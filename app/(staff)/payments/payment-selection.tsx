'use client';
import { Download } from 'lucide-react';
import { SelectionBar } from '@/components/selection-bar';
import { buttonClass } from '@/components/ui/button';
import type { Minor } from '@/lib/domain/money';

interface PaymentSelectionProps {
  /** Null when the rows are in several. */
  readonly currency: string | null;
  /** All that the filters match, on all pages. */
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** The list with its filters. */
  readonly address: string;
}

/** The payments that are selected: their sum, and a file of them. */
export function PaymentSelection({ currency, all, address }: PaymentSelectionProps) {
  const query = address.split('?')[1] ?? '';
  return (
    <SelectionBar currency={currency} all={all}>
      {({ ids, isAll }) => (
        <a
          href={`/exports/payments?${isAll ? query : ids.map((id) => `payment=${id}`).join('&')}`}
          download
          className={buttonClass({ size: 'sm' })}
        >
          <Download aria-hidden />
          CSV
        </a>
      )}
    </SelectionBar>
  );
}
