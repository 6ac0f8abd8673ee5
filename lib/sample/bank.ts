import { addDays, type PlainDate } from '../domain/dates';
import { type Minor, sumOf, toDecimal, toMinor } from '../domain/money';
import { groupBy } from '../group-by';

/** An open invoice that a bank line may be about. */
export interface SampleDebt {
  readonly customerId: string;
  readonly customer: string;
  readonly number: string;
  readonly openMinor: Minor;
}

interface Line {
  readonly payer: string;
  readonly text: string;
  readonly amountMinor: Minor;
}

/** The currency of the sample books. */
const USD = 'USD';

/**
 * A made-up bank statement of yesterday about open invoices, as CSV: some lines name their invoice, one pays two at once, one pays
 * a round part, one says nothing but who paid, and one is the bank's own fee.
 */
export function sampleStatement(debts: readonly SampleDebt[], today: PlainDate): string {
  const accounts = [...groupBy(debts, ({ customerId }) => customerId).values()];
  const several = accounts.find((account) => account.length > 1) ?? [];
  const singles = accounts.filter((account) => account !== several).flatMap(([first]) => first ?? []);
  const lines = [
    ...singles.slice(0, 3).map(exact),
    ...together(several.slice(0, 2)),
    ...singles.slice(3, 4).map(part),
    ...singles.slice(4, 5).map((debt) => ({ ...exact(debt), text: 'Transfer' })),
    { payer: 'Unknown sender', text: 'Thanks', amountMinor: toMinor(12_750) },
    { payer: 'First Harbor Bank', text: 'Account fee', amountMinor: toMinor(-1_800) },
  ];
  const day = addDays(today, -1);
  const rows = lines.map(({ payer, text, amountMinor }, i) =>
    [day, quoted(payer), quoted(text), toDecimal(amountMinor, USD), `FH-${day}-${i + 1}`].join(','),
  );
  return `Date,Payer,Text,Amount,Transaction ID\n${rows.join('\n')}\n`;
}

function exact({ customer, number, openMinor }: SampleDebt): Line {
  return { payer: customer, text: `Payment of ${number}`, amountMinor: openMinor };
}

function together(debts: readonly SampleDebt[]): Line[] {
  const [first] = debts;
  if (!first) return [];
  const amountMinor = sumOf(debts.map(({ openMinor }) => openMinor));
  return [
    { payer: first.customer, text: `Invoices ${debts.map(({ number }) => number).join(', ')}`, amountMinor },
  ];
}

/** About half, in round hundreds. */
function part({ customer, number, openMinor }: SampleDebt): Line {
  const amountMinor = toMinor(Math.max(10_000, Math.floor(openMinor / 20_000) * 10_000));
  return { payer: customer, text: `On account of ${number}`, amountMinor };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
