import { queueMails } from '@/db/commands/queue-mail';
import { queueStatements } from '@/db/commands/queue-statements';
import { mailReminders } from '@/db/commands/run-reminders';
import type { ClaimedRun } from '@/db/commands/work-job-run';
import { administrators, digestOf } from '@/db/queries/digest';
import { withoutDigest } from '@/db/queries/without-digest';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { addDays, type PlainDate, todayIn, toPlainDate } from '@/lib/domain/dates';
import { JOB_WORDS, type JobName } from '@/lib/jobs';
import { chargeOrganization } from './late-fees';
import { billOrganization } from './recurring';
import { syncOrganization } from './sync/sync';
import { verifyOrganization } from './verify';

/** What a run did, in counts by what was counted. */
type Counts = Readonly<Record<string, number>>;

/** ms that a run over all customers of a business may take. */
const WITHIN = 120_000;

/** What each job does in one business on its day. It may run more than once: whatever is done already is left alone. */
export const WORK: Readonly<Record<JobName, (actor: StaffActor, run: ClaimedRun) => Promise<Counts>>> = {
  recurring: async (actor) => {
    const failed = await billOrganization(actor);
    if (failed > 0) throw new Error(`${failed} recurring invoices could not be billed`);
    return {};
  },
  'late-fees': async (actor) => ({ fees: await chargeOrganization(actor) }),
  reminders: async (actor) => {
    const on = todayOf(actor);
    const plan = await withScope(actor, 'write', (tx) => mailReminders(tx, actor, { on }), WITHIN);
    const customers = new Set(plan.reminders.map(({ customerId }) => customerId));
    return { mailed: customers.size, left: plan.skipped.length };
  },
  statements: (actor) => {
    const asOf = lastMonthEnd(todayOf(actor));
    return withScope(actor, 'write', (tx) => queueStatements(tx, actor, { asOf }), WITHIN);
  },
  digest: sendDigest,
  verify: verifyOrganization,
  sync: syncOrganization,
};

/** As whom a job works in a business. */
export function worker(org: StaffActor['org'], job: JobName): StaffActor {
  return { kind: 'staff', role: 'admin', userId: null, name: JOB_WORDS[job].name, org };
}

async function sendDigest(actor: StaffActor): Promise<Counts> {
  const { org } = actor;
  const people = await withScope({ kind: 'auth', org }, 'read', (tx) => administrators(tx, org.id));
  const today = todayOf(actor);
  const params = await withScope(actor, 'read', (tx) => digestOf(tx, org, today), WITHIN);
  const without = await withScope(actor, 'read', withoutDigest);
  const wanted = people.filter(({ userId }) => !without.has(userId));
  const mails = wanted.map(({ userId, name, email }) => ({
    to: { name, address: email, language: 'en' as const },
    key: `digest:${userId}:${today}`,
    params,
  }));
  const ids = await withScope(actor, 'write', (tx) => queueMails(tx, actor, mails));
  return { mailed: ids.length };
}

function todayOf({ org }: StaffActor): PlainDate {
  return todayIn(org.timeZone);
}

function lastMonthEnd(today: PlainDate): PlainDate {
  return addDays(toPlainDate(`${today.slice(0, 7)}-01`), -1);
}
