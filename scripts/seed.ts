// Fills a new organization with made-up books of any size, for measurements:
//   APP_DATABASE_URL=… tsx --tsconfig tsconfig.server.json scripts/seed.ts --invoices 10000 --org "Bench 10k"
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { closeConnections } from '@/db/client';
import { type BookedDocument, bookSample } from '@/db/commands/book-sample';
import { bookSampleCustomers } from '@/db/commands/book-sample-customers';
import { registerOrganization } from '@/db/commands/register-organization';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { generateSample, SAMPLE_INVOICES, SAMPLE_SEED } from '@/lib/sample/generate-sample';
import { newToken } from '@/lib/secret-token';
import { uuid7 } from '@/lib/uuid';

const SETTINGS = { currency: 'USD', timeZone: 'America/New_York' } as const;
/** Events of one transaction: small enough for the server to answer, large enough to be quick. */
const AT_ONCE = 4_000;
const WITHIN = 120_000; // ms

try {
  await seed();
} catch (error) {
  process.stderr.write(`Nothing more is booked. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeConnections();
}

async function seed(): Promise<void> {
  const { values } = parseArgs({
    options: {
      invoices: { type: 'string', default: String(SAMPLE_INVOICES) },
      org: { type: 'string', default: 'Bench' },
      seed: { type: 'string', default: String(SAMPLE_SEED) },
    },
  });
  const [invoices, number] = [Number(values.invoices), Number(values.seed)];
  if (!Number.isInteger(invoices) || invoices < 1 || !Number.isInteger(number))
    throw new Error('--invoices and --seed are whole numbers, and there is at least one invoice.');
  const admin = await timed('organization', () => newOrganization(values.org));
  const today = todayIn(SETTINGS.timeZone);
  const plan = await timed('plan', () => Promise.resolve(generateSample(number, today, invoices)));
  const customers = await timed(`${plan.customers.length} customers`, () =>
    withScope(admin, 'write', (tx) => bookSampleCustomers(tx, plan.customers), WITHIN),
  );
  const documents = new Map<string, BookedDocument>();
  await timed(`${plan.events.length} events`, async () => {
    for (let at = 0; at < plan.events.length; at += AT_ONCE) {
      const events = plan.events.slice(at, at + AT_ONCE);
      const ids = { customers, documents };
      const booked = await withScope(admin, 'write', (tx) => bookSample(tx, admin, { events, ids }), WITHIN);
      for (const [key, document] of booked) documents.set(key, document);
    }
  });
}

async function newOrganization(orgName: string): Promise<StaffActor> {
  const orgId = uuid7();
  const [email, password] = [`admin@${orgId.slice(-8)}.seed.example`, newToken().slice(0, 16)];
  const passwordHash = await hash(password);
  const name = 'Ines Okafor';
  const { userId } = await withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    registerOrganization(tx, { orgId, orgName, ...SETTINGS, name, email, passwordHash }),
  );
  process.stdout.write(`${orgName} ${orgId}\n  sign in as ${email} with ${password}\n`);
  const org = { id: orgId, name: orgName, ...SETTINGS, agingBasis: 'due', bounds: DEFAULT_BOUNDS } as const;
  return { kind: 'staff', role: 'admin', userId, name, org: { ...org, isSample: false } };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  process.stdout.write(`  ${what}: ${Math.round(performance.now() - begun).toLocaleString('en-US')} ms\n`);
  return result;
}
