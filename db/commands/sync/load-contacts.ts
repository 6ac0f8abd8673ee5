import { and, asc, eq, sql } from 'drizzle-orm';
import type { ContactFact } from '@/lib/sources/facts';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../../insert-rows';
import { usualTerms } from '../../queries/organization';
import { customers } from '../../schema/customers';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';
import { printOf } from './print-of';
import type { Reader } from './stage-rows';
import { addCounts } from './sync-progress';

const CHUNK = 1_000;

/** Makes customers of contacts that were checked, or changes them where the contact did. Answers how many contacts: 0 when all are done. */
export async function loadContacts(tx: Tx, { connectionId, runId }: Reader): Promise<number> {
  const rows = await tx
    .select({
      sourceId: sourceRows.sourceId,
      fact: sourceRows.fact,
      fix: sourceRows.fix,
      goneAt: sourceRows.goneAt,
      booked: sourceRows.booked,
      customerId: sourceRows.customerId,
      onlyCurrency: sql<
        string | null
      >`(select min(p.currency) from source_rows p where p.connection_id = ${connectionId}
        and p.contact_id = ${sourceRows.sourceId} having count(distinct p.currency) = 1)`,
    })
    .from(sourceRows)
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        eq(sourceRows.object, 'contact'),
        eq(sourceRows.state, 'checked'),
      ),
    )
    .orderBy(asc(sourceRows.sourceId))
    .limit(CHUNK);
  if (rows.length === 0) return 0;
  const usual = await usualTerms(tx);
  const made: (typeof customers.$inferInsert)[] = [];
  const changed: object[] = [];
  const done = rows.map(({ sourceId, fact, fix, goneAt, booked, customerId, onlyCurrency }) => {
    const as = (id: string | null, print: string | null, reason: string | null = null) => ({
      source_id: sourceId,
      customer_id: id,
      booked: print,
      reason,
    });
    if (fix?.customerId) return as(fix.customerId, booked);
    // Who is gone there stays who it is here.
    if (goneAt !== null || fact?.object !== 'contact') return as(customerId, booked);
    const print = printOf(fact);
    if (customerId !== null) {
      if (print !== booked) changed.push({ id: customerId, ...facts(fact) });
      return as(customerId, print);
    }
    const currency = fact.currency ?? fix?.currency ?? onlyCurrency;
    if (currency === null) return as(null, null, 'no_currency');
    const id = uuid7();
    made.push({ id, currency, ...facts(fact), termsDays: fact.termsDays ?? usual });
    return as(id, print);
  });
  await insertRows(tx, customers, made);
  await changeCustomers(tx, changed);
  await tx.execute(sql`
    update source_rows s set state = case when d.reason is null then 'booked' else 'quarantined' end, reason = d.reason,
      customer_id = d.customer_id, booked = d.booked
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d (source_id text, customer_id uuid, booked text, reason text)
    where s.connection_id = ${connectionId} and s.object = 'contact' and s.source_id = d.source_id`);
  await addCounts(tx, runId, { customers: made.length });
  return rows.length;
}

function facts({ name, email, phone, address, termsDays }: ContactFact) {
  return { name, email, phone, address, termsDays };
}

/** What the contact does not say stays as it is here. */
async function changeCustomers(tx: Tx, changed: readonly object[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.execute(sql`
    update customers c set name = n.name, email = coalesce(n.email, c.email), phone = coalesce(n.phone, c.phone),
      address = coalesce(n.address, c.address), terms_days = coalesce(n."termsDays", c.terms_days)
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as n (id uuid, name text, email text, phone text, address text, "termsDays" int)
    where c.id = n.id`);
}

/** Puts customers below those that their contacts are jobs of: one step, never in a circle. */
export async function linkParents(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(sql`
    update customers c set parent_id = p.customer_id
    from source_rows s join source_rows p on p.connection_id = s.connection_id and p.object = 'contact'
      and p.source_id = s.fact->>'parentId' and p.customer_id is not null and p.fact->>'parentId' is null
    where s.connection_id = ${connectionId} and s.object = 'contact' and s.gone_at is null and s.customer_id = c.id
      and c.parent_id is distinct from p.customer_id and c.id <> p.customer_id
      and not exists (select from customers above where above.id = p.customer_id and above.parent_id is not null)
      and not exists (select from customers below where below.parent_id = c.id)`);
}
