import type { ImportCheck } from '@/db/commands/import-check';
import { money } from '@/lib/exact-json';
import { rowResults } from '@/lib/import/row-results';

/** What the interface answers to a file: counts, sums, how it was read, and what became of every row. */
export function importAnswer(check: ImportCheck, importId: string | null) {
  const { kind, table, mapping, plan, missing, notice, rowCount } = check;
  const rows = plan ? rowResults(table, plan) : [];
  const count = (status: string) => rows.filter((row) => row.status === status).length;
  return {
    import_id: importId,
    dry_run: importId === null,
    kind,
    row_count: rowCount,
    created: count('created'),
    already_there: count('already_there'),
    refused: count('refused'),
    new_customers: plan?.customers.length ?? 0,
    restored_customers: plan?.restored.length ?? 0,
    totals: (plan?.totals ?? []).map(({ currency, count: documents, amountMinor, unappliedMinor }) => ({
      currency,
      count: documents,
      amount: money(amountMinor, currency),
      unapplied: money(unappliedMinor, currency),
    })),
    mapping: {
      columns: Object.fromEntries(
        Object.entries(mapping.columns).map(([field, at]) => [field, table.header[at]]),
      ),
      missing,
      date_order: mapping.dateOrder,
      decimal: mapping.decimal,
      create_customers: mapping.createCustomers,
      apply: mapping.apply,
      as_of: mapping.asOf ?? null,
    },
    notice,
    notices: plan?.notices ?? [],
    rows,
  };
}
