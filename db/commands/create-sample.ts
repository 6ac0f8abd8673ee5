import { hash } from '@node-rs/argon2';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { StaffActor, SystemActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { generateSample, SAMPLE_SEED } from '@/lib/sample/generate-sample';
import { sampleEmail, samplePassword } from '@/lib/sample/login';
import { uuid7 } from '@/lib/uuid';
import { type SampleLogin, sampleLogins } from '../queries/sample';
import { activity } from '../schema/activity';
import { organizations } from '../schema/organizations';
import { memberships, users } from '../schema/users';
import { type Tx, withScope } from '../scope';
import { bookSample } from './book-sample';
import { bookSampleCustomers } from './book-sample-customers';
import { bookSampleDesk } from './book-sample-desk';
import { recordActivity } from './record-activity';

const SETTINGS = {
  name: 'Alder & Finch',
  currency: 'USD',
  timeZone: 'America/New_York',
  paper: 'letter',
  address: '218 SE Stark Street\nPortland, OR 97214',
  bankDetails: 'First Harbor Bank\nAccount 000 482 1150 of Alder & Finch',
} as const;
const WITHIN = 60_000; // ms: as long as the books may take, on a slow machine
const LOCK = 7_052_027; // of this deed, among all advisory locks
/** As for any other password. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What the activity keeps of the making: among it the customer whose person may look into the portal. */
const NOTE = z.object({ portal: z.object({ customerId: z.uuid(), name: z.string() }) });
type Visitor = z.infer<typeof NOTE>['portal'];

/**
 * Makes the sample books and their three people, or finds them made, and answers how to sign in. One after the other
 * when two ask at once; each step is done only if it is missing, so that asking again completes what broke off.
 */
export async function createSample(): Promise<{ logins: SampleLogin[] }> {
  const found = await sampleLogins();
  if (found) return found;
  const admin = await settle();
  const visitor = await alone(admin, (tx) => fill(tx, admin));
  await admit(admin.org.id, visitor);
  const made = await sampleLogins();
  if (!made) throw new Error('the sample was removed while it was made');
  return made;
}

/** The organization with its admin and manager: the one that is there, or a new one. */
async function settle(): Promise<StaffActor & { readonly userId: string }> {
  const orgId = uuid7();
  const [admin, manager] = await Promise.all([
    newUser(orgId, 'admin', 'Ines Okafor'),
    newUser(orgId, 'manager', 'Tom Reyes'),
  ]);
  return alone({ kind: 'auth' }, async (tx) => {
    const existing = await existingAdmin(tx);
    if (existing) return existing;
    await tx.insert(organizations).values({ id: orgId, ...SETTINGS, isSample: true });
    await tx.insert(users).values([admin, manager]);
    await tx.insert(memberships).values([
      { orgId, userId: admin.id, role: 'admin' },
      { orgId, userId: manager.id, role: 'manager' },
    ]);
    return actorOf(orgId, { userId: admin.id, name: admin.name });
  });
}

async function existingAdmin(tx: Tx): Promise<(StaffActor & { readonly userId: string }) | null> {
  const [row] = await tx
    .select({ orgId: organizations.id, userId: users.id, name: users.name })
    .from(organizations)
    .innerJoin(memberships, and(eq(memberships.orgId, organizations.id), eq(memberships.role, 'admin')))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(organizations.isSample, true))
    .orderBy(organizations.createdAt, memberships.createdAt)
    .limit(1);
  return row ? actorOf(row.orgId, row) : null;
}

function actorOf(orgId: string, { userId, name }: { userId: string; name: string }) {
  const org = { id: orgId, ...SETTINGS, agingBasis: 'due', bounds: DEFAULT_BOUNDS, isSample: true } as const;
  return { kind: 'staff', role: 'admin', userId, name, org } as const;
}

/** Books customers and what they did, unless it was done; answers whose portal is to be shown. */
async function fill(tx: Tx, admin: StaffActor): Promise<Visitor> {
  const [note] = await tx
    .select({ after: activity.after })
    .from(activity)
    .where(eq(activity.verb, 'sample_created'))
    .limit(1);
  if (note) return NOTE.parse(note.after).portal;
  const plan = generateSample(SAMPLE_SEED, todayIn(admin.org.timeZone));
  const customers = await bookSampleCustomers(tx, plan.customers);
  await bookSample(tx, admin, { events: plan.events, ids: { customers, documents: new Map() } });
  await bookSampleDesk(tx, admin);
  const shown = plan.customers.find(({ key }) => key === plan.portalCustomer);
  const portal = {
    customerId: customers.get(plan.portalCustomer) ?? '',
    name: shown?.contacts[0]?.name ?? '',
  };
  const count = (kind: string) => plan.events.filter((event) => event.kind === kind).length;
  await recordActivity(
    tx,
    { userId: null, name: 'Dueline' },
    {
      verb: 'sample_created',
      objectKind: 'organization',
      objectId: admin.org.id,
      after: {
        customers: plan.customers.length,
        invoices: count('invoice'),
        payments: count('payment'),
        portal,
      },
    },
  );
  return portal;
}

async function admit(orgId: string, { customerId, name }: Visitor): Promise<void> {
  const user = await newUser(orgId, 'customer', name);
  await alone({ kind: 'auth' }, async (tx) => {
    const [made] = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
    if (made)
      await tx
        .insert(memberships)
        .values({ orgId, userId: user.id, role: 'customer', customerId, isOwner: true });
  });
}

async function newUser(orgId: string, role: SampleLogin['role'], name: string) {
  const passwordHash = await hash(samplePassword(orgId, role), COST);
  return { id: uuid7(), email: sampleEmail(orgId, role), name, passwordHash };
}

/** One transaction that waits until nobody else makes a sample, at most as long as that may take. */
function alone<T>(actor: StaffActor | SystemActor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(
    actor,
    'write',
    async (tx) => {
      await tx.execute(sql`select set_config('lock_timeout', ${String(WITHIN)}, true)`);
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      return work(tx);
    },
    WITHIN,
  );
}
