'use client';
import { BellRing, Download, ReceiptText, Tag, UserRound } from 'lucide-react';
import Link from 'next/link';
import { SelectionBar } from '@/components/selection-bar';
import { buttonClass } from '@/components/ui/button';
import type { Minor } from '@/lib/domain/money';
import { route } from '@/lib/url';
import { LabelDialog } from './label-dialog';
import { assignOwner, tagCustomers } from './labels-actions';

interface CustomerSelectionProps {
  readonly currency: string;
  /** Everybody that the filters match, on all pages. */
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** The list with its filters. */
  readonly address: string;
  readonly mayWrite: boolean;
  readonly mayExport: boolean;
  readonly mayRemind: boolean;
  /** What others have: offered as one types. */
  readonly choices: { readonly owners: readonly string[]; readonly tags: readonly string[] };
  readonly requestId: string;
}

/** What can be done with the customers that are selected. */
export function CustomerSelection(props: CustomerSelectionProps) {
  const { currency, all, address, mayWrite, mayExport, mayRemind, choices, requestId } = props;
  const query = address.split('?')[1] ?? '';
  return (
    <SelectionBar currency={currency} all={all}>
      {({ ids, isAll, count }) => {
        const chosen = isAll ? query : ids.map((id) => `customer=${id}`).join('&');
        const shared = { query: chosen, count, requestId };
        return (
          <>
            {mayWrite && (
              <>
                <LabelDialog
                  {...shared}
                  title="Set owner"
                  icon={<UserRound aria-hidden />}
                  field="owner"
                  label="Owner"
                  hint="Empty takes the owner away."
                  choices={choices.owners}
                  action={assignOwner}
                />
                <LabelDialog
                  {...shared}
                  title="Add tag"
                  icon={<Tag aria-hidden />}
                  field="tag"
                  label="Tag"
                  hint="Tags that a customer has already stay."
                  choices={choices.tags}
                  action={tagCustomers}
                />
              </>
            )}
            {mayRemind && (
              <Link
                href={route(`/reminders/chosen?of=customers&${chosen}`)}
                className={buttonClass({ size: 'sm' })}
                data-selection-remind
              >
                <BellRing aria-hidden />
                Remind
              </Link>
            )}
            <Link href={route(`/statements?${chosen}`)} className={buttonClass({ size: 'sm' })}>
              <ReceiptText aria-hidden />
              Statements
            </Link>
            {mayExport && (
              <a href={`/exports/customers?${chosen}`} download className={buttonClass({ size: 'sm' })}>
                <Download aria-hidden />
                CSV
              </a>
            )}
          </>
        );
      }}
    </SelectionBar>
  );
}
