import { eq, or } from 'drizzle-orm';
import { organizations } from '@/db/schema/organizations';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { isUuid } from '@/lib/uuid';
import { UsageError } from './command';

/** Acts for the business of this id or exact name. @throws UsageError when there is none, or several of the name. */
export async function actorFor(written: string): Promise<StaffActor> {
  const id = isUuid(written) ? eq(organizations.id, written) : undefined;
  const found = await withScope({ kind: 'job' }, 'read', (tx) =>
    tx
      .select()
      .from(organizations)
      .where(or(eq(organizations.name, written), id))
      .limit(2),
  );
  const [org, another] = found;
  if (!org) throw new UsageError(`There is no organization ${written}.`);
  if (another) throw new UsageError(`Several organizations are called ${written}: give the id.`);
  return actorOf(org);
}

/** Acts for every business there is, by name. */
export async function everyActor(): Promise<StaffActor[]> {
  const all = await withScope({ kind: 'job' }, 'read', (tx) =>
    tx.select().from(organizations).orderBy(organizations.name, organizations.id),
  );
  return all.map(actorOf);
}

/** The command line, at work in a business. */
export function actorOf(org: StaffActor['org']): StaffActor {
  return { kind: 'staff', role: 'admin', userId: null, name: 'Command line', org };
}
