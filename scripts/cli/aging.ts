import { type AgingReport, type AgingSums, agingReport, tieOutOf } from '@/db/queries/aging';
import { withScope } from '@/db/scope';
import { bucketLabels } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { type Minor, toDecimal } from '@/lib/domain/money';
import { type AgingFilters, readAgingFilters } from '@/lib/filters';
import { type CliCommand, readOptions, required, say, UsageError } from './command';
import { actorFor } from './organization';

/** Milliseconds that a report over large books may take. */
const WITHIN = 60_000;

/** `aging`: who owes what, as a table or as JSON. */
export const aging: CliCommand = {
  usage: `aging --org ORG [--as-of YYYY-MM-DD] [--currency USD] [--json]
Who owes what, and how late it is: customers by what they owe, with totals that tie to the documents.`,
  prepare(args) {
    const values = readOptions(args, {
      org: { type: 'string' },
      'as-of': { type: 'string' },
      currency: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const org = required(values.org, 'org');
    const { 'as-of': asOf, currency, json } = values;
    return async () => {
      const actor = await actorFor(org);
      const asked = { asOf, currency };
      const { filters, dropped } = readAgingFilters(asked, actor.org, todayIn(actor.org.timeZone));
      if (dropped.includes('asOf')) throw new UsageError('--as-of must be a day written YYYY-MM-DD.');
      if (dropped.length > 0) throw new UsageError('--currency must be a code of ISO 4217, such as USD.');
      const read = withScope(
        actor,
        'read',
        async (tx) => {
          const report = await agingReport(tx, filters, null);
          return { report, tie: await tieOutOf(tx, filters, report) };
        },
        WITHIN,
      );
      const { report, tie } = await read;
      say(json ? asJson(report, filters) : asTable(report, filters));
      if (tie.differenceMinor === 0) return 0;
      throw new Error(
        `The books do not tie: ${toDecimal(tie.differenceMinor, filters.currency)} too much is open.`,
      );
    };
  },
};

function asJson({ rows, totals }: AgingReport, { asOf, currency, bounds }: AgingFilters): string {
  const labels = bucketLabels(bounds, '-');
  const text = (amount: Minor) => toDecimal(amount, currency);
  const sums = (line: AgingSums) => ({
    buckets: Object.fromEntries(line.bucketsMinor.map((amount, i) => [labels[i], text(amount)])),
    credits: text(line.creditsMinor),
    total: text(line.totalMinor),
  });
  const lines = rows.map((row) => ({ customer_id: row.customerId, customer: row.customer, ...sums(row) }));
  return JSON.stringify({ as_of: asOf, currency, rows: lines, totals: sums(totals) }, null, 2);
}

function asTable({ rows, totals }: AgingReport, { asOf, currency, bounds }: AgingFilters): string {
  const line = (name: string, { bucketsMinor, creditsMinor, totalMinor }: AgingSums) => [
    name,
    ...[...bucketsMinor, creditsMinor, totalMinor].map((amount) => toDecimal(amount, currency)),
  ];
  const table = [
    [`As of ${asOf}, ${currency}`, ...bucketLabels(bounds, '-'), 'Credits', 'Total'],
    ...rows.map((row) => line(row.customer, row)),
    line('Total', totals),
  ];
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((cells) => (cells[i] ?? '').length)));
  return table
    .map((cells) =>
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
