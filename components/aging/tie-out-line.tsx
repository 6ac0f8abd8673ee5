import { CircleAlert, CircleCheck } from 'lucide-react';
import type { TieOut } from '@/db/queries/tie-out';
import { tieWords } from './tie-words';

/** Says whether the open items agree with the posted documents, to the cent: both figures, and their difference. */
export function TieOutLine({ tieOut, currency }: { readonly tieOut: TieOut; readonly currency: string }) {
  if (tieOut.differenceMinor === 0)
    return (
      <p className="flex items-center gap-2 text-meta text-muted-foreground">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-positive" />
        <span>{tieWords(tieOut, currency)}</span>
      </p>
    );
  return (
    <p role="alert" className="flex items-center gap-2 text-meta text-destructive">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span>
        {tieWords(tieOut, currency)} Do not send this report; run “verify” and look at the rows it names.
      </span>
    </p>
  );
}
