'use client';
import { Download } from 'lucide-react';
import { SelectionBar } from '@/components/selection-bar';
import { buttonClass } from '@/components/ui/button';
import type { Minor } from '@/lib/domain/money';

interface ItemSelectionProps {
  readonly currency: string;
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** Where a file of everything that matches is to be had; `?` and parameters included. */
  readonly fileHref: string;
}

/** The open items that are selected, to be taken away as a file. */
export function ItemSelection({ currency, all, fileHref }: ItemSelectionProps) {
  return (
    <SelectionBar currency={currency} all={all}>
      {({ ids, isAll }) => {
        const items = ids.map((id) => `item=${id}`).join('&');
        return (
          <a
            href={isAll ? fileHref : `${fileHref}${fileHref.includes('?') ? '&' : '?'}${items}`}
            download
            className={buttonClass({ size: 'sm' })}
          >
            <Download aria-hidden />
            CSV of the selection
          </a>
        );
      }}
    </SelectionBar>
  );
}
