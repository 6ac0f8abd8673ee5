import { BookButton } from '@/components/import/book-button';
import { CheckResult } from '@/components/import/check-result';
import { MappingForm } from '@/components/import/mapping-form';
import type { ImportCheck } from '@/db/commands/import-check';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { createdOf } from '@/lib/import/plan';
import { amountExample, dateExample } from '@/lib/import/style-examples';
import { countOf } from '@/lib/import/words';
import { uuid7 } from '@/lib/uuid';
import { checkAgain } from './actions';
import { Discard } from './discard';
import { readCheck } from './read';

const SAMPLES = 3; // of a column

/** What is done before booking: the columns, the dry run, the button. */
export async function Steps({ actor, importId }: { readonly actor: StaffActor; readonly importId: string }) {
  const check = await readCheck(actor, importId);
  const { kind, table, mapping, notice } = check;
  return (
    <>
      {notice && <p className="rounded-control bg-warning-soft px-3 py-2.5 text-warning">{notice}</p>}
      <section aria-labelledby="columns">
        <h2 id="columns" className="mb-2 text-section">
          What the columns are
        </h2>
        <MappingForm
          importId={importId}
          requestId={uuid7()}
          kind={kind}
          columns={columnsOf(check)}
          style={{
            dateOrder: mapping.dateOrder,
            decimal: mapping.decimal,
            dateExample: dateExample(kind, table, mapping),
            amountExample: amountExample(kind, table, mapping),
          }}
          createCustomers={mapping.createCustomers}
          apply={mapping.apply}
          asOf={mapping.asOf ?? null}
          today={todayIn(actor.org.timeZone)}
          action={checkAgain}
        />
      </section>
      <section aria-labelledby="result" className="flex flex-col gap-6">
        <h2 id="result" className="text-section">
          What would happen
        </h2>
        <CheckResult check={check} importId={importId} />
        <div className="flex flex-col gap-4 border-t border-border pt-5">
          <Booking check={check} importId={importId} />
          <Discard importId={importId} requestId={uuid7()} />
        </div>
      </section>
    </>
  );
}

function Booking({ check, importId }: { readonly check: ImportCheck; readonly importId: string }) {
  const { kind, plan } = check;
  if (!plan) return null;
  const good = createdOf(kind, plan);
  const wrong = new Set(plan.problems.map(({ row }) => row)).size;
  if (good === 0)
    return (
      <p>
        {wrong > 0
          ? 'No row of this file can be imported as it is.'
          : 'Everything in this file is already there.'}{' '}
        Nothing is left to import.
      </p>
    );
  if (wrong === 0)
    return <BookButton importId={importId} label={`Import ${countOf(kind, good)}`} skipsWrong={false} />;
  return (
    <>
      <p>
        Correct the file and bring it again, or leave{' '}
        {wrong === 1 ? 'the wrong row' : `the ${formatCount(wrong)} wrong rows`} out.
      </p>
      <BookButton
        importId={importId}
        label={good === 1 ? 'Import the good row' : `Import the ${formatCount(good)} good rows`}
        skipsWrong
      />
    </>
  );
}

function columnsOf({ table, mapping }: ImportCheck) {
  const fieldAt = new Map(Object.entries(mapping.columns).map(([field, at]) => [at, field]));
  return table.header.map((name, at) => ({
    name,
    samples: samplesOf(table.rows.map(({ cells }) => cells[at] ?? '')),
    field: fieldAt.get(at) ?? '',
  }));
}

function samplesOf(cells: readonly string[]): string[] {
  const found = new Set<string>();
  for (const cell of cells) {
    if (cell !== '') found.add(cell.slice(0, 60));
    if (found.size === SAMPLES) break;
  }
  return [...found];
}
