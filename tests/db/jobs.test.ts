import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { planJobRuns } from '@/db/commands/plan-job-runs';
import { pruneJobRuns } from '@/db/commands/prune-job-runs';
import { requestJobRun, retryJobRun } from '@/db/commands/request-job-run';
import { setPreference } from '@/db/commands/set-preference';
import { claimJobRun } from '@/db/commands/work-job-run';
import { deadJobRuns, jobHistory, lastJobRuns } from '@/db/queries/job-runs';
import { withScope } from '@/db/scope';
import { workRunsDue } from '@/jobs/runs';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { JOB_NAMES, type JobName } from '@/lib/jobs';
import { OWN_TASTE, readOwnTaste } from '@/lib/own-taste';
import { createWorld, owner, refusalOf } from '../world';
import { mailRows } from './mail/outbox';

type World = Awaited<ReturnType<typeof createWorld>>;

/** Does all that waits, of other tests too, but for what they read elsewhere themselves. */
async function work(): Promise<void> {
  const jobs = JOB_NAMES.filter((job) => job !== 'sync');
  for (let begun = 1; begun > 0; ) begun = await workRunsDue(jobs);
}

// Planning is for every business there is, those of other tests too: nobody shall do all that.
afterEach(() => owner`delete from job_runs where day between '2026-06-05' and '2026-06-06'`);

const plan = (at: string) => withScope({ kind: 'job' }, 'write', (tx) => planJobRuns(tx, new Date(at)));
const planned = (w: World) =>
  owner<
    { job: JobName; day: string }[]
  >`select job, day::text from job_runs where org_id = ${w.org.id} order by job, day`;
const ask = (w: World, job: JobName) => w.write((tx) => requestJobRun(tx, w.admin, { job }));
const last = async (w: World, job: JobName) => (await w.read(lastJobRuns)).find((run) => run.job === job);
const settings = (w: World, row: { reminders_at?: number; digest_at?: number; statements_on?: number }) =>
  owner`insert into mail_settings ${owner({ org_id: w.org.id, ...row })}`;

test('a job is planned once for a day of the business, when its hour has come there, however many plan', async () => {
  const w = await createWorld({ timeZone: 'America/New_York' });
  await settings(w, { reminders_at: 9, digest_at: 7, statements_on: 5 });
  // A Friday, 8 h in New York.
  await Promise.all([plan('2026-06-05T12:00:00Z'), plan('2026-06-05T12:00:00Z')]);
  await plan('2026-06-05T12:30:00Z');
  const jobs = async () => (await planned(w)).map((run) => `${run.job} ${run.day}`);
  expect(await jobs()).toEqual(
    ['digest', 'late-fees', 'recurring', 'statements', 'verify'].map((job) => `${job} 2026-06-05`),
  );
  await plan('2026-06-05T13:00:00Z');
  expect(await jobs()).toContain('reminders 2026-06-05');
  // Saturday there, though not everywhere.
  await plan('2026-06-06T20:00:00Z');
  expect((await jobs()).filter((run) => run.endsWith('06-06'))).toEqual(
    ['digest', 'late-fees', 'recurring', 'verify'].map((job) => `${job} 2026-06-06`),
  );
});

test('a run that ended a quarter ago is taken away, and no other', async () => {
  const w = await createWorld();
  const run = (at: string, state: string) =>
    owner`insert into job_runs ${owner({ id: crypto.randomUUID(), org_id: w.org.id, job: 'verify', state, run_after: at, ended_at: state === 'done' ? at : null })}`;
  const longAgo = new Date(Date.now() - 100 * 86_400_000).toISOString();
  const lately = new Date(Date.now() - 80 * 86_400_000).toISOString();
  await run(longAgo, 'done');
  await run(longAgo, 'running');
  await run(lately, 'done');
  expect(await withScope({ kind: 'job' }, 'write', pruneJobRuns)).toBeGreaterThanOrEqual(1);
  const left =
    await owner`select state, run_after from job_runs where org_id = ${w.org.id} order by run_after`;
  expect(left.map((row) => row.state)).toEqual(['running', 'done']);
  await owner`delete from job_runs where org_id = ${w.org.id}`;
});

test('nothing is mailed by itself until somebody says when', async () => {
  const w = await createWorld();
  await plan('2026-06-05T22:00:00Z');
  expect((await planned(w)).map((run) => run.job)).toEqual(['late-fees', 'recurring', 'verify']);
});

test('a run that is asked for is done by one of many workers, and says what it did', async () => {
  const w = await createWorld();
  await owner`update customers set email = 'pay@example.com' where id = ${w.customerId}`;
  await w.invoice(10_000, '2026-01-31');
  await ask(w, 'reminders');
  expect(await refusalOf(ask(w, 'reminders'))).toBe('duplicate');
  await Promise.all([work(), work(), work()]);
  expect(await last(w, 'reminders')).toMatchObject({
    state: 'done',
    attempts: 1,
    counts: { mailed: 1, left: 0 },
  });
  expect(await mailRows(w.org.id)).toHaveLength(1);
  await ask(w, 'reminders');
  await work();
  expect(await last(w, 'reminders')).toMatchObject({ state: 'done', counts: { mailed: 0 } });
});

test('two who ask at the same moment ask once', async () => {
  const w = await createWorld();
  const answers = await Promise.allSettled([ask(w, 'verify'), ask(w, 'verify'), ask(w, 'verify')]);
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  await work();
  expect(await last(w, 'verify')).toMatchObject({ state: 'done', counts: { broken: 0 } });
});

test('what fails is tried again, each time later, then shown as given up, and can be retried', async () => {
  const w = await createWorld();
  await owner`update organizations set late_fee_days = 1, late_fee_minor = 500, locked_on = ${todayIn(w.org.timeZone)} where id = ${w.org.id}`;
  await owner`update organizations set locked_on = null where id = ${w.org.id}`;
  await w.invoice(10_000, '2026-01-31');
  await owner`update organizations set locked_on = ${todayIn(w.org.timeZone)} where id = ${w.org.id}`;
  const { runId } = await ask(w, 'late-fees');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await work();
    const run = await last(w, 'late-fees');
    expect(run).toMatchObject({ attempts: attempt, state: attempt < 5 ? 'queued' : 'dead' });
    expect(run?.problem).not.toBeNull();
    await owner`update job_runs set run_after = now() where id = ${runId}`;
  }
  expect((await w.read(deadJobRuns)).map((run) => run.id)).toEqual([runId]);
  const retry = (by: World) => by.write((tx) => retryJobRun(tx, by.admin, { runId }));
  expect(await refusalOf(retry(await createWorld()))).toBe('not_found');
  await owner`update organizations set locked_on = null where id = ${w.org.id}`;
  await retry(w);
  expect(await refusalOf(retry(w))).toBe('not_found');
  await work();
  expect(await last(w, 'late-fees')).toMatchObject({ state: 'done', problem: null, counts: { fees: 1 } });
});

test('a run whose worker was killed is taken up by the next after a minute', async () => {
  const w = await createWorld();
  const { runId } = await ask(w, 'verify');
  expect(await w.write((tx) => claimJobRun(tx, runId))).toMatchObject({ attempts: 1 });
  expect(await w.write((tx) => claimJobRun(tx, runId))).toBeNull();
  await work();
  expect(await last(w, 'verify')).toMatchObject({ state: 'running' });
  await owner`update job_runs set beat_at = now() - interval '61 seconds' where id = ${runId}`;
  await work();
  expect(await last(w, 'verify')).toMatchObject({ state: 'done', attempts: 2 });
});

test('statements of last month go once to every customer that owes something, and a summary to every administrator', async () => {
  const w = await createWorld();
  await owner`update customers set email = 'pay@example.com' where id = ${w.customerId}`;
  await w.addCustomer('Owes nothing');
  const silent = await w.addCustomer('Has no address');
  await w.invoice(10_000, '2026-01-31');
  await w.invoice(5_000, '2026-01-31', { customerId: silent });
  await owner`insert into users (id, email, name, password_hash) values (${w.admin.userId}, ${`${w.admin.userId}@example.com`}, 'Ada', 'x')`;
  await owner`insert into memberships (id, org_id, user_id, role) values (gen_random_uuid(), ${w.org.id}, ${w.admin.userId}, 'admin')`;
  for (const job of ['statements', 'digest'] as const) {
    await ask(w, job);
    await work();
    await ask(w, job);
    await work();
  }
  const mails =
    await owner`select params->>'kind' as kind, to_address from mails where org_id = ${w.org.id} order by 1`;
  expect(mails.map((row) => `${row.kind} ${row.to_address}`)).toEqual([
    `digest ${w.admin.userId}@example.com`,
    'statement pay@example.com',
  ]);
  const { rows } = await w.read((tx) => jobHistory(tx, { before: null }));
  expect(rows.map((run) => run.counts)).toEqual([
    { mailed: 0 },
    { mailed: 1 },
    { statements: 0, unreachable: 1 },
    { statements: 1, unreachable: 1 },
  ]);
});

test('whoever wants no summary gets none, and the others get theirs', async () => {
  const w = await createWorld();
  const ben: StaffActor = { ...w.admin, userId: randomUUID() };
  for (const { userId } of [w.admin, ben]) {
    await owner`insert into users (id, email, name, password_hash) values (${userId}, ${`${userId}@example.com`}, 'Ada', 'x')`;
    await owner`insert into memberships (id, org_id, user_id, role) values (gen_random_uuid(), ${w.org.id}, ${userId}, 'admin')`;
  }
  const value = { ...readOwnTaste(null), getsDigest: false };
  await w.write((tx) => setPreference(tx, ben, { key: OWN_TASTE, value }), ben);
  await ask(w, 'digest');
  await work();
  const mails = await owner`select to_address from mails where org_id = ${w.org.id}`;
  expect(mails.map((row) => row.to_address)).toEqual([`${w.admin.userId}@example.com`]);
});

test('the history of one business shows nothing of another', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await ask(w, 'verify');
  expect((await other.read((tx) => jobHistory(tx, { before: null }))).rows).toEqual([]);
  await work();
});
