import { ButtonLink } from '@/components/ui/button';
import type { SecondFactor } from '@/db/queries/second-factor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';
import { FactorForm } from './factor-form';

interface FactorSectionProps {
  /** Null without one. */
  readonly factor: SecondFactor | null;
  /** Whether the business asks for one, so that it cannot be taken away. */
  readonly isRequired: boolean;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** One's own second factor: how to add it, and once it is there what can be done about it. */
export function FactorSection({ factor, isRequired, timeZone, today }: FactorSectionProps) {
  if (!factor)
    return (
      <>
        <p className="mb-4 text-form text-muted-foreground">
          After your password you type a code that your phone shows. A stolen password alone opens nothing.
        </p>
        <ButtonLink href="/second-factor" prefetch={false} className="max-md:h-11">
          Add a second factor
        </ButtonLink>
      </>
    );
  return (
    <>
      <p className="mb-4 text-form text-muted-foreground">
        On since {formatDay(todayIn(timeZone, factor.since), { today })}.{' '}
        {formatCount(factor.codesLeft, 'recovery code')} left.
        {isRequired && ' Your business asks everybody for one, so it stays.'}
      </p>
      <FactorForm mayRemove={!isRequired} />
    </>
  );
}
