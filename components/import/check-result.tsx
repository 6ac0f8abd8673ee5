import type { ReactNode } from 'react';
import type { ImportCheck } from '@/db/commands/import-check';
import { formatCount, formatMoney } from '@/lib/format';
import { createdOf, type Plan } from '@/lib/import/plan';
import { countOf } from '@/lib/import/words';
import { NoticesTable } from './notices-table';
import { PROBLEMS_SHOWN, ProblemsTable } from './problems-table';

/** What importing a file would do: counts, sums, whom it would create, and every row that cannot be imported. */
export function CheckResult({ check, importId }: { readonly check: ImportCheck; readonly importId: string }) {
  const { plan, kind, missing } = check;
  if (!plan)
    return (
      <p role="status" className="text-form">
        {missing.length > 0
          ? `To go on, say which column holds the ${listOf(missing)}.`
          : 'To go on, say of which day these balances are.'}
      </p>
    );
  const wrong = new Set(plan.problems.map(({ row }) => row)).size;
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid gap-x-8 gap-y-4 md:grid-cols-[repeat(auto-fit,minmax(200px,1fr))]">
        <Fact label="Would be imported" value={countOf(kind, createdOf(kind, plan))}>
          {plan.totals.map(({ currency, amountMinor, unappliedMinor }) => (
            <span key={currency} className="fig block">
              {formatMoney(amountMinor, currency)}
              {kind === 'payments' && unappliedMinor > 0
                ? `, of which ${formatMoney(unappliedMinor, currency)} stays on account`
                : ''}
            </span>
          ))}
        </Fact>
        {plan.alreadyThere.length > 0 && (
          <Fact label="Already there" value={formatCount(plan.alreadyThere.length, 'row')}>
            Booked before. They are not booked again.
          </Fact>
        )}
        {kind !== 'customers' && plan.customers.length > 0 && (
          <Fact label="New customers" value={formatCount(plan.customers.length)}>
            {namesOf(plan)}
          </Fact>
        )}
        {wrong > 0 && (
          <Fact label="Cannot be imported" value={formatCount(wrong, 'row')}>
            Each is listed below with what is wrong.
          </Fact>
        )}
      </dl>
      {plan.restored.length > 0 && (
        <p>
          {formatCount(plan.restored.length, 'archived customer')} of an import that was undone would be
          restored.
        </p>
      )}
      {plan.problems.length > 0 && (
        <section aria-labelledby="problems">
          <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
            <h3 id="problems" className="text-form font-semibold">
              {plan.problems.length > PROBLEMS_SHOWN
                ? `The first ${PROBLEMS_SHOWN} of ${formatCount(plan.problems.length, 'problem')}`
                : formatCount(plan.problems.length, 'problem')}
            </h3>
            <a href={`/import/${importId}/problems`} className="link" download>
              Download {plan.problems.length === 1 ? 'it' : 'all'} as CSV
            </a>
          </div>
          <ProblemsTable problems={plan.problems} />
        </section>
      )}
      <NoticesTable notices={plan.notices} />
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Fact({ label, value, children }: FactProps) {
  return (
    <div>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="fig text-title font-semibold">{value}</dd>
      <dd className="text-muted-foreground">{children}</dd>
    </div>
  );
}

function namesOf({ customers }: Plan): string {
  const names = customers.slice(0, 3).map(({ name }) => name);
  const more = customers.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${formatCount(more, 'other')}` : names.join(', ');
}

/** "invoice date", "invoice date and the amount". */
function listOf(missing: readonly string[]): string {
  return missing.join(', and the ');
}
