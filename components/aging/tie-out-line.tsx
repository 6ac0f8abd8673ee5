import { CircleAlert, CircleCheck } from 'lucide-react';
import type { TieOut } from '@/db/queries/tie-out';
import { formatMoney } from '@/lib/format';

/** Says whether the open items agree with the posted documents, to the cent: both figures, and their difference. */
export function TieOutLine({ tieOut, currency }: { readonly tieOut: TieOut; readonly currency: string }) {
  const { documentsMinor, openItemsMinor, differenceMinor } = tieOut;
  const money = (amount: typeof documentsMinor) => formatMoney(amount, currency);
  if (differenceMinor === 0)
    return (
      <p className="flex items-center gap-2 text-meta text-muted-foreground">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-positive" />
        <span>
          Agrees with the ledger: posted documents {money(documentsMinor)}, open items {money(openItemsMinor)}
          , difference {money(differenceMinor)}.
        </span>
      </p>
    );
  return (
    <p role="alert" className="flex items-center gap-2 text-meta text-destructive">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span>
        Does not agree with the ledger: posted documents {money(documentsMinor)}, open items{' '}
        {money(openItemsMinor)}, difference {money(differenceMinor)}. Do not send this report; run “verify”
        and look at the rows it names.
      </span>
    </p>
  );
}
