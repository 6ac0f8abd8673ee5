import { z } from 'zod';
import { liveConnection } from '@/db/queries/connection';
import { type SyncRunRow, syncHistory } from '@/db/queries/sync-runs';
import { toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Currency, Money } from '../_api/fields';
import { reading } from '../_api/operation';

const Run = z.object({
  run_id: z.uuid(),
  status: z.enum(['queued', 'running', 'succeeded', 'failed']),
  started_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  step: z.string().nullable().meta({ description: 'How far it is: fetch, check, load, totals.' }),
  rows_read: z.int(),
  posted: z.int(),
  reversed: z.int(),
  set_aside: z.int(),
  problem: z.string().nullable(),
  totals: z.array(z.object({ currency: Currency, source: Money, ours: Money, difference: Money })),
});

/** How the reading of the books that these follow goes. */
export const getPipelineStatus = reading({
  id: 'getPipelineStatus',
  path: '/pipeline-status',
  summary:
    'How the sync with the books that these follow goes: its state in a word and a sentence, and the last runs, newest first.',
  may: 'books:read',
  query: z.object({}),
  answer: z.object({
    status: z
      .enum(['not_connected', 'waiting', 'running', 'healthy', 'failing'])
      .meta({ description: 'By the last run; not_connected when these books follow no others.' }),
    message: z.string(),
    jobName: z.string(),
    runs: z.array(Run),
  }),
  run: async ({ tx }) => {
    const connection = await liveConnection(tx);
    if (!connection)
      return {
        body: {
          status: 'not_connected' as const,
          message: 'These books follow no others.',
          jobName: 'sync',
          runs: [],
        },
      };
    const { rows } = await syncHistory(tx, { before: null });
    const status = statusOf(rows[0], connection.problem);
    const message = connection.problem ?? rows[0]?.problem ?? `Follows ${connection.system}.`;
    return { body: { status, message, jobName: 'sync', runs: rows.map(write) } };
  },
});

function statusOf(
  newest: SyncRunRow | undefined,
  problem: string | null,
): 'failing' | 'running' | 'healthy' | 'waiting' {
  if (problem !== null || newest?.state === 'dead') return 'failing';
  if (newest?.state === 'running') return 'running';
  return newest?.state === 'done' ? 'healthy' : 'waiting';
}

const STATES = { queued: 'queued', running: 'running', done: 'succeeded', dead: 'failed' } as const;

function write({ id, state, startedAt, endedAt, step, counts, problem, totals }: SyncRunRow) {
  return {
    run_id: id,
    status: STATES[state],
    started_at: startedAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
    step,
    rows_read: counts?.read ?? 0,
    posted: counts?.posted ?? 0,
    reversed: counts?.reversed ?? 0,
    set_aside: counts?.setAside ?? 0,
    problem,
    totals: (totals ?? []).map(({ currency, sourceMinor, oursMinor }) => ({
      currency,
      source: money(sourceMinor, currency),
      ours: money(oursMinor, currency),
      difference: money(toMinor(oursMinor - sourceMinor), currency),
    })),
  };
}
