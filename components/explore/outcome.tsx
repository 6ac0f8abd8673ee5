import type { ComponentProps } from 'react';
import { NothingLate } from '@/components/home/nothing-late';
import type { PlainDate } from '@/lib/domain/dates';
import { NoMatch } from './no-match';
import { Results } from './results';

interface OutcomeProps extends ComponentProps<typeof Results>, ComponentProps<typeof NoMatch> {
  /** Given where somebody asks for what is late and nothing is: when the next invoice falls due. */
  readonly nothingLate: { readonly nextDueOn: PlainDate | null } | null;
}

/** What the filters leave: the rows with their figures, good news, or which filter to give up. */
export function Outcome({ nothingLate, ways, ...results }: OutcomeProps) {
  const { summary, filters } = results;
  if (nothingLate)
    return (
      <div className="mx-auto w-full max-w-[560px] px-6 py-12">
        <NothingLate
          owedMinor={summary.whole.owedMinor}
          currency={filters.currency}
          today={filters.asOf}
          nextDueOn={nothingLate.nextDueOn}
        />
      </div>
    );
  return summary.matched.itemCount === 0 ? <NoMatch ways={ways} /> : <Results {...results} />;
}
