import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Organization } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { needPerson } from '@/lib/domain/escalation';
import type { Amount, DigestParams } from '@/lib/mail/params';
import { countRows } from '../expressions';
import { activity } from '../schema/activity';
import { mails } from '../schema/mails';
import { memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import { currenciesInUse } from './currencies';
import { receivables, turnover } from './key-figures';
import { promiseGraceDays } from './promise-receipts';
import { promisesAt } from './promises-at';
import { remindableItems } from './reminder-candidates';
import { reminderPolicy } from './reminder-policy';

/** How things stood at the end of the day before `today`, and what there is to do today: the figures of every other page. */
export async function digestOf(tx: Tx, org: Organization, today: PlainDate): Promise<DigestParams> {
  const day = addDays(today, -1);
  const moment = { asOf: day, knownAt: null };
  const sums: { owed: Amount[]; late: Amount[]; received: Amount[] } = { owed: [], late: [], received: [] };
  let [promisesDue, promisesBroken] = [0, 0];
  for (const currency of await currenciesInUse(tx, moment)) {
    const { totalMinor, lateMinor } = await receivables(tx, moment, { currency });
    const { receivedMinor } = await turnover(tx, moment, { currency, from: day, to: day });
    if (totalMinor !== 0) sums.owed.push({ currency, amountMinor: totalMinor });
    if (lateMinor !== 0) sums.late.push({ currency, amountMinor: lateMinor });
    if (receivedMinor !== 0) sums.received.push({ currency, amountMinor: receivedMinor });
    const { due, broken } = await promisesOf(tx, currency, today);
    promisesDue += due;
    promisesBroken += broken;
  }
  const policy = await reminderPolicy(tx);
  const items = await remindableItems(tx, policy, { on: today, timeZone: org.timeZone });
  return {
    kind: 'digest',
    day,
    ...sums,
    promisesDue,
    promisesBroken,
    mailsFailed: await mailsInTrouble(tx),
    needPerson: needPerson(items, policy.steps.length).size,
    chain: await endOfChain(tx),
  };
}

async function promisesOf(tx: Tx, currency: string, today: PlainDate) {
  const promised = promisesAt({ asOf: today, knownAt: null, currency }, await promiseGraceDays(tx));
  const [row] = await tx
    .select({
      due: countRows(
        sql`${promised.receivedMinor} < ${promised.amountMinor} and ${promised.promisedFor} = ${today}`,
      ),
      broken: countRows(
        sql`${promised.receivedMinor} < ${promised.amountMinor} and ${promised.lastOn} = ${addDays(today, -1)}`,
      ),
    })
    .from(promised);
  if (!row) throw new Error('a sum returned no row');
  return row;
}

/** How many mails of the last week did not arrive. */
async function mailsInTrouble(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: countRows() })
    .from(mails)
    .where(
      and(
        inArray(mails.state, ['failed', 'bounced', 'complained']),
        sql`${mails.createdAt} > now() - interval '7 days'`,
      ),
    );
  if (!row) throw new Error('a sum returned no row');
  return row.count;
}

async function endOfChain(tx: Tx): Promise<string> {
  const [last] = await tx
    .select({ sequence: activity.sequence, hash: activity.hash })
    .from(activity)
    .orderBy(sql`${activity.sequence} desc`)
    .limit(1);
  return last ? `${last.sequence} ${last.hash}` : '0';
}

/** The administrators of a business and where they get mail. For the `auth` scope, the only one that sees people. */
export function administrators(tx: Tx, orgId: string) {
  return tx
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.orgId, orgId),
        eq(memberships.role, 'admin'),
        isNull(memberships.revokedAt),
        isNull(users.disabledAt),
      ),
    );
}
