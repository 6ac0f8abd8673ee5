// 5,000 lines of a bank statement against 100,000 open items: how long, how much memory, and how often "exact" is right.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { acceptExact } from '@/db/commands/accept-exact';
import { takeInStatement } from '@/db/commands/take-in-statement';
import { withScope } from '@/db/scope';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import type { Confidence, Proposal } from '@/lib/domain/matching/proposal';
import { benchActor } from '../actor';
import { row, timed } from '../measure';
import { type Scenario, scenarioOf, type TrueLine } from './scenario';

const STATEMENT_DAY = toPlainDate('2026-06-30');
const [OPEN, LINES] = [100_000, 5_000];
/** Milliseconds that a measurement may take where a page would be refused. */
const WITHIN = 120_000;

/** Prints time and memory of taking a statement in and of booking, and the precision of each confidence. */
export async function benchMatching(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  const scenario = scenarioOf(OPEN, LINES);
  const orgId = await fill(owner, scenario);
  const actor = benchActor(orgId);
  const bytes = csvOf(scenario.lines);
  const before = process.memoryUsage().rss;
  let [peak, statementId] = [0, ''];
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const taking = await timed(async () => {
    const work = () =>
      withScope(actor, 'write', (tx) => takeInStatement(tx, actor, { fileName: 'bench.csv', bytes }), WITHIN);
    ({ statementId } = await work());
  });
  clearInterval(watch);
  process.stdout.write(`\n${row('matching', 'lines', 'open items', 'seconds', 'MB more')}\n`);
  const megabytes = Math.round((peak - before) / 1024 / 1024);
  process.stdout.write(
    `${row('read, kept and matched', LINES, OPEN, (taking / 1_000).toFixed(1), megabytes)}\n`,
  );
  const proposals = await proposalsOf(owner, statementId);
  printPrecision(scenario, proposals);
  const booking = await timed(async () => {
    const exact = { statementId, batchId: randomUUID() };
    await withScope(actor, 'write', (tx) => acceptExact(tx, actor, exact), WITHIN);
  });
  process.stdout.write(`${row('1,000 exact lines booked, seconds', (booking / 1_000).toFixed(1))}\n`);
  await owner.end({ timeout: 5 });
}

function printPrecision({ lines }: Scenario, proposals: readonly Proposal[]): void {
  const kinds = [...new Set(lines.map((line) => line.kind))];
  const count = (confidence: Confidence, kind?: string) => {
    const of = lines.flatMap((line, i) => {
      const proposal = proposals[i];
      return proposal?.confidence === confidence && (kind === undefined || line.kind === kind)
        ? [{ line, proposal }]
        : [];
    });
    return `${of.length} / ${of.filter(({ line, proposal }) => isRight(line, proposal)).length}`;
  };
  process.stdout.write(`\n${row('proposed / right', 'exact', 'likely', 'choose')}\n`);
  for (const kind of [...kinds, undefined])
    process.stdout.write(
      `${row(kind ?? 'all', count('exact', kind), count('likely', kind), count('choose', kind))}\n`,
    );
}

/** Whether the first way, or with a choice any of those offered, is what the line really pays. */
function isRight({ truth }: TrueLine, { confidence, candidates }: Proposal): boolean {
  const offered = confidence === 'choose' ? candidates : candidates.slice(0, 1);
  return offered.some(
    ({ parts }) =>
      parts.length === truth.size && parts.every((part) => truth.get(part.itemId) === part.amountMinor),
  );
}

async function proposalsOf(owner: postgres.Sql, statementId: string): Promise<Proposal[]> {
  const rows = await owner<{ proposal: Proposal }[]>`
    select proposal from bank_lines where statement_id = ${statementId} order by ordinal`;
  return rows.map(({ proposal }) => proposal);
}

function csvOf(lines: readonly TrueLine[]): Uint8Array {
  const rows = lines.map(
    ({ payer, text, amount }, i) =>
      `${STATEMENT_DAY},"${payer}","${text}",${(amount / 100).toFixed(2)},BENCH${i}`,
  );
  return new TextEncoder().encode(`Date,Payer,Text,Amount,Transaction ID\n${rows.join('\n')}\n`);
}

/** Writes the books as the owner and with triggers off: posting 100,000 invoices one by one is not what is measured. */
async function fill(owner: postgres.Sql, { debtors, invoices }: Scenario): Promise<string> {
  const orgId = randomUUID();
  const people = debtors.map(({ id, name, parent }, n) => ({
    id,
    name,
    code: `C${n}`,
    parent_id: parent === null ? null : debtors[parent]?.id,
  }));
  const papers = invoices.map(({ id, customer, number, amount, late }, n) => ({
    id,
    number,
    amount,
    n,
    customer_id: debtors[customer]?.id,
    due_on: addDays(STATEMENT_DAY, -late),
    dated: addDays(STATEMENT_DAY, -late - 30),
  }));
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into organizations (id, name, currency, time_zone) values (${orgId}, 'Bench matching', 'USD', 'UTC')`;
    await tx`insert into customers (id, org_id, code, name, currency, parent_id)
      select id, ${orgId}::uuid, code, name, 'USD', parent_id from jsonb_to_recordset(${tx.json(people)}) as p
        (id uuid, code text, name text, parent_id uuid)`;
    await tx`create temp table bench_papers on commit drop as select * from jsonb_to_recordset(${tx.json(papers)}) as p
      (id uuid, number text, amount bigint, n int, customer_id uuid, due_on date, dated date)`;
    await tx`insert into documents (id, org_id, customer_id, kind, number, sequence, document_date, currency, amount_minor,
        tax_minor, customer_name, source, recorded_at)
      select gen_random_uuid(), ${orgId}::uuid, customer_id, 'invoice', number, n, dated, 'USD', amount, 0, 'Customer', 'import',
        dated::timestamptz from bench_papers`;
    await tx`insert into open_items (id, org_id, customer_id, document_id, kind, currency, amount_minor, open_minor,
        effective_on, due_on, recorded_at, moved_on, moved_at)
      select p.id, d.org_id, p.customer_id, d.id, 'invoice', 'USD', p.amount, p.amount, p.dated, p.due_on, d.recorded_at, p.dated,
        d.recorded_at from bench_papers p join documents d on d.org_id = ${orgId} and d.number = p.number`;
    await tx`insert into number_series (org_id, kind, prefix, next) values (${orgId}, 'invoice', 'INV-', ${invoices.length + 1})`;
  });
  await owner`vacuum analyze documents, open_items, customers`;
  return orgId;
}
