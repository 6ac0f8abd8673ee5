import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Desk } from '@/db/queries/bank-lines';
import type { DeskFilters } from '@/lib/bank/desk-filters';
import { formatCount } from '@/lib/format';
import { route, withParams } from '@/lib/url';

interface NoLinesProps {
  readonly path: string;
  readonly filters: DeskFilters;
  readonly counts: Desk['counts'];
}

/** What is said when no line is shown: everything is done, nothing matches, or nothing is left below where the page begins. */
export function NoLines({ path, filters: { q, show, after }, counts }: NoLinesProps) {
  const all = (
    <ButtonLink href={route(`${path}?show=all`)}>Show all {formatCount(counts.all)} lines</ButtonLink>
  );
  if (after !== null)
    return (
      <EmptyState
        title="Nothing further down"
        actions={
          <ButtonLink href={withParams(path, {}, { show: show === 'open' ? null : show, q: q || null })}>
            From the first line
          </ButtonLink>
        }
      >
        No line below the one where this page begins is left to show.
      </EmptyState>
    );
  if (q !== '' || show !== 'open')
    return (
      <EmptyState title="No line matches" actions={all}>
        {q === '' ? 'There is none of this kind.' : `No payer, text or account here contains “${q}”.`}
      </EmptyState>
    );
  return (
    <EmptyState
      title="This statement is done"
      tone="good"
      actions={
        <>
          {all}
          <ButtonLink href="/receipts">Next statement</ButtonLink>
        </>
      }
    >
      {formatCount(counts.booked, 'line')} booked, {formatCount(counts.aside)} set aside or seen before.
    </EmptyState>
  );
}
