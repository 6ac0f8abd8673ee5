import { randomUUID } from 'node:crypto';
import { acceptExact } from '@/db/commands/accept-exact';
import { takeInStatement } from '@/db/commands/take-in-statement';
import { createWorld, owner } from '../../world';

/** A row of a statement, as the tests write it. */
export interface Row {
  readonly on?: string;
  readonly payer?: string;
  readonly account?: string;
  readonly text?: string;
  readonly amount: number;
  readonly id?: string;
}

/** A world with customers and a receipt desk. */
export async function createDesk(settings: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(settings);
  const take = (rows: readonly Row[], fileName = 'bank.csv') =>
    world.write((tx) => takeInStatement(tx, world.admin, { fileName, bytes: csvOf(rows) }));
  const acceptAll = (statementId: string, batchId = randomUUID()) =>
    world.write((tx) => acceptExact(tx, world.admin, { statementId, batchId }));
  /** The lines of a statement in order, each with its proposal and live decisions. */
  const lines = async (statementId: string) =>
    (
      await owner<
        {
          id: string;
          amount: number;
          repeats: string | null;
          confidence: string | null;
          kinds: string[];
          proposal: {
            candidates: { customerId: string; how: string }[];
            payments: { documentId: string }[];
          } | null;
        }[]
      >`select l.id, l.amount_minor::int as amount, l.repeats_id as repeats, l.proposal ->> 'confidence' as confidence, l.proposal,
          array(select b.kind from bank_decisions b where b.line_id = l.id and b.undone_at is null) as kinds
        from bank_lines l where l.statement_id = ${statementId} order by l.ordinal`
    ).map((row) => ({ ...row }));
  const aliases = async () =>
    (
      await owner<{ said: string }[]>`select kind || ' ' || key as said from payer_aliases
        where org_id = ${world.org.id} order by 1`
    ).map((row) => row.said);
  return { ...world, take, acceptAll, lines, aliases };
}

function csvOf(rows: readonly Row[]): Uint8Array {
  const lines = rows.map(({ on = '2026-03-10', payer = '', account = '', text = '', amount, id = '' }) =>
    [on, payer, account, `"${text}"`, (amount / 100).toFixed(2), id].join(','),
  );
  return new TextEncoder().encode(`Date,Payer,IBAN,Text,Amount,Transaction ID\n${lines.join('\n')}\n`);
}
