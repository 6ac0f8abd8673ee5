import { ColumnsForm } from '@/components/receipts/columns-form';
import { statementFile } from '@/db/queries/bank-statements';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { statementTable } from '@/lib/bank/read-csv';
import { decodeText } from '@/lib/import/decode';
import { guessMapping } from '@/lib/import/guess-mapping';
import { mappingSchema } from '@/lib/import/mapping';
import { amountExample, dateExample } from '@/lib/import/style-examples';
import { uuid7 } from '@/lib/uuid';
import { nameColumns } from '../actions';

const SAMPLES = 3; // of a column

interface NameColumnsProps {
  readonly actor: StaffActor;
  readonly statementId: string;
}

/** Asks what the columns of a statement are that nobody has brought before. */
export async function NameColumns({ actor, statementId }: NameColumnsProps) {
  const stored = await withScope(actor, 'read', (tx) => statementFile(tx, statementId));
  if (!stored) return null;
  const table = statementTable(decodeText(stored.file).text, actor.org);
  const guess = mappingSchema.safeParse(stored.mapping);
  const mapping = guess.success ? guess.data : guessMapping('bank', table, actor.org);
  const fieldAt = new Map(Object.entries(mapping.columns).map(([field, at]) => [at, field]));
  return (
    <section aria-labelledby="columns" className="px-6 py-6 max-md:px-4">
      <h2 id="columns" className="mb-1 text-section">
        What are the columns?
      </h2>
      <p className="mb-3 text-muted-foreground">
        The day and the amount could not be made out. It is asked once: the next statement with these columns
        is read by itself.
      </p>
      <ColumnsForm
        statementId={statementId}
        requestId={uuid7()}
        columns={table.header.map((name, at) => ({
          name,
          samples: samplesOf(table.rows.map(({ cells }) => cells[at] ?? '')),
          field: fieldAt.get(at) ?? '',
        }))}
        style={{
          dateOrder: mapping.dateOrder,
          decimal: mapping.decimal,
          dateExample: dateExample('bank', table, mapping) ?? { text: '3/4/2026', isAsked: true },
          amountExample: amountExample('bank', table, mapping) ?? { text: '1,234', isAsked: true },
        }}
        action={nameColumns}
      />
    </section>
  );
}

function samplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells.filter((cell) => cell !== '').slice(0, 50))]
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, 60));
}
