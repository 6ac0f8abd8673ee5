import type { Route } from 'next';
import { nothingOpen } from '@/components/nothing-open';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';

interface NobodyOwesProps {
  readonly isFiltered: boolean;
  /** What was recorded after this instant is left out, in words; null when nothing is. */
  readonly knownAt: string | null;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly clearHref: Route;
  readonly mayImport: boolean;
}

/** The report without a line: because of its filters, or because nothing was open that day, as far as was known. */
export function NobodyOwes({ isFiltered, knownAt, asOf, today, clearHref, mayImport }: NobodyOwesProps) {
  if (isFiltered)
    return (
      <EmptyState
        title="No customer matches these filters"
        actions={<ButtonLink href={clearHref}>Clear all filters</ButtonLink>}
      >
        Nobody with an open balance on {formatDay(asOf, { today })} fits all of them.
      </EmptyState>
    );
  const { title, words, isPast } = nothingOpen({ asOf, today, knownAt });
  return (
    <EmptyState
      title={title}
      actions={
        mayImport &&
        !isPast && (
          <>
            <ButtonLink href="/import" variant="primary">
              Import invoices
            </ButtonLink>
            <ButtonLink href="/invoices/new">Write an invoice</ButtonLink>
          </>
        )
      }
    >
      {words}.
    </EmptyState>
  );
}
