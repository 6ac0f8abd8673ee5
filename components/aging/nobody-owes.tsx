import type { Route } from 'next';
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
  const isNow = asOf === today && knownAt === null;
  return (
    <EmptyState
      title={isNow ? 'Nothing is open' : `Nothing was open on ${formatDay(asOf, { today })}`}
      actions={
        mayImport &&
        asOf >= today &&
        knownAt === null && (
          <>
            <ButtonLink href="/import" variant="primary">
              Import invoices
            </ButtonLink>
            <ButtonLink href="/invoices/new">Write an invoice</ButtonLink>
          </>
        )
      }
    >
      {isNow
        ? 'No invoice waits to be paid, and no money waits to be applied.'
        : `No invoice posted by that day had anything left to pay, and no money was waiting to be applied${knownAt === null ? '' : `, as far as was known by ${knownAt}`}.`}
    </EmptyState>
  );
}
