import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { getReportRunFile } from '@/app/api/v1/_resources/report-runs';
import { hashOf } from '@/app/exports/aging/file';
import { pruneReportJobs } from '@/db/commands/prune-report-jobs';
import { queueReportJob } from '@/db/commands/queue-report-job';
import { agingReport } from '@/db/queries/aging';
import { reportJobFile, reportJobsOf } from '@/db/queries/report-jobs';
import { reportRunList } from '@/db/queries/report-runs';
import { withScope } from '@/db/scope';
import { makeReport, makeReportsLeft } from '@/jobs/reports';
import { readExploreFilters } from '@/lib/explore-filters';
import { readAgingFilters } from '@/lib/filters';
import { formatColumn } from '@/lib/format';
import { textOfPages } from '../pdf-text';
import { createWorld, day, owner } from '../world';
import { ask } from './api/asking';
import type { World } from './report-at';
import type { ReportOrder } from './report-worker';

async function queued(w: World, actor = w.manager, params: unknown = null): Promise<string> {
  const { filters } = readAgingFilters({ asOf: '2026-03-31' }, w.org, day('2026-03-31'));
  const job = {
    kind: 'aging',
    params: params ?? { filters, detail: 'items', by: actor.name },
    fileName: 'aged.pdf',
  } as const;
  return (await w.write((tx) => queueReportJob(tx, actor, job), actor)).jobId;
}

const jobsOf = (w: World, actor = w.manager) => w.read((tx) => reportJobsOf(tx, actor.userId ?? ''), actor);
const fileOf = (w: World, id: string, actor = w.manager) =>
  w.read((tx) => reportJobFile(tx, actor.userId ?? '', id), actor);
/** The list is one for all organizations, and other tests put files on it too. */
async function untilEnded(w: World): Promise<void> {
  while ((await jobsOf(w)).some(({ state }) => state === 'queued' || state === 'running'))
    await makeReportsLeft();
}

test('the worker makes the file, hands it over and notes it as taken by whoever asked', async () => {
  const w = await createWorld();
  await w.invoice(123_456, '2026-03-01', { number: 'LARGE-1' });
  const id = await queued(w);
  expect(await jobsOf(w)).toMatchObject([{ id, state: 'queued', pagesTotal: null }]);
  expect(await fileOf(w, id)).toBeNull();
  await untilEnded(w);
  expect(await jobsOf(w)).toMatchObject([{ id, state: 'done', pagesDone: 1, pagesTotal: 1 }]);
  const { file, fileName } = (await fileOf(w, id))!;
  expect(fileName).toBe('aged.pdf');
  const { filters } = readAgingFilters({ asOf: '2026-03-31' }, w.org, day('2026-03-31'));
  const { totals } = await w.read((tx) => agingReport(tx, filters));
  expect((await textOfPages(file))[0]).toContain(`${formatColumn(totals.totalMinor, 'USD')} Share of billed`);
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  expect(run).toMatchObject({
    kind: 'aging_items_pdf',
    createdBy: w.manager.userId,
    fileHash: hashOf([file]),
  });
  expect(await ask(w, getReportRunFile, { params: { id: run!.id } })).toMatchObject({ is_same: true });
});

test('several workers at once make every file once', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-03-01');
  for (let i = 0; i < 3; i += 1) await queued(w);
  await Promise.all([untilEnded(w), untilEnded(w), untilEnded(w)]);
  expect((await jobsOf(w)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(await w.read((tx) => reportRunList(tx, { limit: 10, offset: 0 }))).toHaveLength(3);
});

test('what a killed worker left behind is made by the next, and given up in words after three tries', async () => {
  const w = await createWorld();
  const [fresh, left, hopeless] = [await queued(w), await queued(w), await queued(w)];
  const claimed = (id: string, ago: string, attempts: number) => owner`
    update report_jobs set state = 'running', attempts = ${attempts}, beat_at = now() - ${ago}::interval where id = ${id}`;
  await claimed(fresh, '20 seconds', 1);
  await claimed(left, '2 minutes', 1);
  await claimed(hopeless, '2 minutes', 3);
  for (let i = 0; i < 5; i += 1) await makeReportsLeft();
  const byId = new Map((await jobsOf(w)).map((job) => [job.id, job]));
  expect(byId.get(fresh)).toMatchObject({ state: 'running' });
  expect(byId.get(left)).toMatchObject({ state: 'done' });
  expect(byId.get(hopeless)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('could not be made'),
  });
});

test('a worker that is killed while it makes a file leaves it to another, which makes it once', async () => {
  const w = await createWorld();
  for (let i = 0; i < 40; i += 1) await w.invoice(10_000 + i, '2026-03-01');
  const id = await queued(w);
  const child = fork(fileURLToPath(new URL('./report-worker.ts', import.meta.url)), {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
  });
  const ended = once(child, 'exit');
  child.send({ id, org: w.org } satisfies ReportOrder);
  await expect.poll(() => jobsOf(w), { timeout: 50_000 }).toMatchObject([{ state: 'running' }]);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(await jobsOf(w)).toMatchObject([{ state: 'running' }]);
  expect(await makeReport(id, w.org)).toBe(false);
  // As if the minute had passed in which it might still have been heard of.
  await owner`update report_jobs set beat_at = now() - interval '61 seconds' where id = ${id}`;
  await untilEnded(w);
  expect(await jobsOf(w)).toMatchObject([{ id, state: 'done' }]);
  expect((await textOfPages((await fileOf(w, id))!.file)).join(' ')).toContain('4,007.80');
  expect(await w.read((tx) => reportRunList(tx, { limit: 10, offset: 0 }))).toHaveLength(1);
});

test('Explore with more rows than one waits for is made by the worker: every row, noted with its filters', async () => {
  const w = await createWorld();
  await w.invoice(123_456, '2026-03-01', { number: 'LARGE-2' });
  await w.invoice(100, '2026-03-01', { number: 'SMALL-2' });
  const { filters } = readExploreFilters({ min: '10' }, w.org, day('2026-03-31'));
  const job = { kind: 'explore', params: { filters, by: 'Max Manager' }, fileName: 'open.pdf' } as const;
  const { jobId } = await w.write((tx) => queueReportJob(tx, w.manager, job), w.manager);
  await untilEnded(w);
  const [done] = await jobsOf(w);
  expect(done).toMatchObject({ id: jobId, state: 'done' });
  expect(done?.pagesDone).toBe(done?.pagesTotal);
  const text = (await textOfPages((await fileOf(w, jobId))!.file)).join(' ');
  expect(text).toContain('LARGE-2');
  expect(text).not.toContain('SMALL-2');
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  expect(run).toMatchObject({ kind: 'explore_rows_pdf', createdBy: w.manager.userId });
});

test('a file that cannot be made fails in words, and keeps no other waiting', async () => {
  const w = await createWorld();
  const broken = await queued(w, w.manager, { filters: 'none' });
  const good = await queued(w);
  await untilEnded(w);
  const byId = new Map((await jobsOf(w)).map((job) => [job.id, job]));
  expect(byId.get(broken)).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/^It could not be made/),
  });
  expect(byId.get(good)).toMatchObject({ state: 'done' });
});

test('a file is there for whoever asked for it and for nobody else', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const id = await queued(w);
  await untilEnded(w);
  expect(await fileOf(w, id)).not.toBeNull();
  const colleague = { ...w.admin, userId: other.admin.userId };
  expect(await fileOf(w, id, colleague)).toBeNull();
  expect(await fileOf(other, id, { ...other.manager, userId: w.manager.userId })).toBeNull();
  await expect(w.read((tx) => reportJobsOf(tx, ''), w.customer())).rejects.toThrow();
});

test('files are thrown away after seven days, and not before', async () => {
  const w = await createWorld();
  const [old, young] = [await queued(w), await queued(w)];
  await owner`update report_jobs set created_at = now() - interval '7 days 1 minute' where id = ${old}`;
  await owner`update report_jobs set created_at = now() - interval '6 days 23 hours' where id = ${young}`;
  await withScope({ kind: 'job' }, 'write', pruneReportJobs);
  expect((await jobsOf(w)).map(({ id }) => id)).toEqual([young]);
});

test('a business cannot put files on the list without end', async () => {
  const w = await createWorld();
  for (let i = 0; i < 20; i += 1) await queued(w);
  await expect(queued(w)).rejects.toThrow('Many large files are waiting');
  await owner`delete from report_jobs where org_id = ${w.org.id}`;
});
