import type { ActivityStatement, OpenItemStatement } from '@/db/queries/statements';
import { type CsvColumn, csvFile } from '@/lib/csv';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { type DocumentKind, KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, toDecimal, toMinor } from '@/lib/domain/money';

interface ActivityRow {
  readonly day: PlainDate;
  readonly what: string;
  readonly number: string | null;
  readonly reverses: string | null;
  readonly amountMinor: Minor | null;
  readonly balanceMinor: Minor;
}

/** An activity statement as a file: a line for the opening balance, one per document, one for the closing balance. */
export function activityFile(
  { openingMinor, lines, closingMinor }: ActivityStatement,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  currency: string,
): string[] {
  const bare = { number: null, reverses: null, amountMinor: null };
  const rows: ActivityRow[] = [
    { ...bare, day: from, what: 'Opening balance', balanceMinor: openingMinor },
    ...lines.map((line) => ({
      day: line.documentDate,
      what: KIND_NAMES[line.kind],
      number: line.number,
      reverses: line.reversesNumber,
      amountMinor: line.amountMinor,
      balanceMinor: line.balanceMinor,
    })),
    { ...bare, day: to, what: 'Closing balance', balanceMinor: closingMinor },
  ];
  const columns: CsvColumn<ActivityRow>[] = [
    { heading: 'Date', type: 'date', cell: (row) => row.day },
    { heading: 'Kind', type: 'text', cell: (row) => row.what },
    { heading: 'Number', type: 'text', cell: (row) => row.number },
    { heading: 'Reverses', type: 'text', cell: (row) => row.reverses },
    { heading: 'Currency', type: 'text', cell: () => currency },
    { heading: 'Amount', type: 'number', cell: (row) => decimal(row.amountMinor, currency) },
    { heading: 'Balance', type: 'number', cell: (row) => decimal(row.balanceMinor, currency) },
  ];
  return [...csvFile(columns, rows)];
}

interface OpenRow {
  readonly kind: DocumentKind | null;
  readonly number: string;
  readonly appliedTo: string | null;
  readonly day: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly days: number | null;
  readonly amountMinor: Minor | null;
  readonly openMinor: Minor | null;
}

/** An open-item statement as a file: a line per item, below each what was applied to it, and the balance as the last line. */
export function openItemFile(
  { items, balanceMinor }: OpenItemStatement,
  asOf: PlainDate,
  currency: string,
): string[] {
  const none = { appliedTo: null, dueOn: null, days: null, openMinor: null };
  const rows = items.flatMap((item): OpenRow[] => [
    {
      kind: item.kind,
      number: item.number,
      appliedTo: null,
      day: item.documentDate,
      dueOn: item.dueOn,
      days: item.amountMinor > 0 ? daysPastDue(item.dueOn, asOf) : null,
      amountMinor: item.amountMinor,
      openMinor: item.openMinor,
    },
    ...item.applied.map((each) => ({
      ...none,
      kind: each.kind,
      number: each.number,
      appliedTo: item.number,
      day: each.effectiveOn,
      amountMinor: toMinor(item.amountMinor > 0 ? -each.amountMinor : each.amountMinor),
    })),
  ]);
  const total: OpenRow = {
    ...none,
    kind: null,
    number: 'Balance',
    day: asOf,
    amountMinor: null,
    openMinor: balanceMinor,
  };
  const columns: CsvColumn<OpenRow>[] = [
    { heading: 'Kind', type: 'text', cell: (row) => (row.kind === null ? null : KIND_NAMES[row.kind]) },
    { heading: 'Number', type: 'text', cell: (row) => row.number },
    { heading: 'Applied to', type: 'text', cell: (row) => row.appliedTo },
    { heading: 'Date', type: 'date', cell: (row) => row.day },
    { heading: 'Due', type: 'date', cell: (row) => row.dueOn },
    {
      heading: 'Days past due',
      type: 'number',
      cell: (row) => (row.days === null ? null : String(row.days)),
    },
    { heading: 'Currency', type: 'text', cell: () => currency },
    { heading: 'Amount', type: 'number', cell: (row) => decimal(row.amountMinor, currency) },
    { heading: 'Open', type: 'number', cell: (row) => decimal(row.openMinor, currency) },
  ];
  return [...csvFile(columns, [...rows, total])];
}

function decimal(amount: Minor | null, currency: string): string | null {
  return amount === null ? null : toDecimal(amount, currency);
}
