import { and, asc, eq, sql } from 'drizzle-orm';
import type { Organization } from '@/lib/actor';
import { isCurrency } from '@/lib/domain/currencies';
import { ZERO } from '@/lib/domain/money';
import { openOf } from '@/lib/sources/open-of';
import { REASONS } from '@/lib/sources/reasons';
import { SOURCES } from '@/lib/sources/sources';
import type { Connection } from '../../queries/connection';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';

/** Rows that are looked at in one transaction. */
const CHUNK = 1_000;

/** Lets rows that were set aside be looked at again: what kept them may be right by now. */
export async function retryAside(tx: Tx, connectionId: string): Promise<void> {
  await tx
    .update(sourceRows)
    .set({ state: 'new', reason: null })
    .where(and(eq(sourceRows.connectionId, connectionId), eq(sourceRows.state, 'quarantined')));
}

/** Understands some rows that are new, or sets them aside with the reason. Answers how many there were: 0 when all are done. */
export async function checkRows(tx: Tx, org: Organization, connection: Connection): Promise<number> {
  const rows = await tx
    .select({
      object: sourceRows.object,
      sourceId: sourceRows.sourceId,
      raw: sourceRows.raw,
      fix: sourceRows.fix,
      fact: sourceRows.fact,
      goneAt: sourceRows.goneAt,
    })
    .from(sourceRows)
    .where(and(eq(sourceRows.connectionId, connection.id), eq(sourceRows.state, 'new')))
    .orderBy(asc(sourceRows.object), asc(sourceRows.sourceId))
    .limit(CHUNK);
  if (rows.length === 0) return 0;
  const books = { currency: connection.currency, timeZone: connection.timeZone ?? org.timeZone };
  const checked = rows.map(({ object, sourceId, raw, fix, fact, goneAt }) => {
    const key = { object, source_id: sourceId };
    if (goneAt !== null) return { ...key, state: 'checked', fact, open_minor: ZERO };
    const stated = fix?.currency && isCurrency(fix.currency) ? withCurrency(raw, fix.currency) : raw;
    const reading = SOURCES[connection.source].read({ object, raw: stated }, books);
    if ('fact' in reading) {
      const contactId = reading.fact.object === 'contact' ? null : reading.fact.contactId;
      const { currency } = reading.fact;
      const known = { contact_id: contactId, currency, open_minor: openOf(reading.fact) };
      return { ...key, state: 'checked', fact: reading.fact, ...known };
    }
    const { reason, detail, contactId, currency, openMinor } = reading;
    // A draft or money on its way is nothing that they say is owed.
    const owed = REASONS[reason].by === 'none' ? ZERO : openMinor;
    const known = { contact_id: contactId, currency, open_minor: owed };
    return { ...key, state: 'quarantined', fact: null, reason, detail: detail.slice(0, 300), ...known };
  });
  await tx.execute(sql`
    update source_rows s set state = c.state, fact = c.fact, reason = c.reason, detail = coalesce(c.detail, ''),
      contact_id = coalesce(c.contact_id, s.contact_id), currency = c.currency, open_minor = c.open_minor
    from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb) as c (object text, source_id text, state text, fact jsonb, reason text,
      detail text, contact_id text, currency text, open_minor bigint)
    where s.connection_id = ${connection.id} and s.object = c.object and s.source_id = c.source_id`);
  return rows.length;
}

/** Somebody said the currency of a row that names none; one that it names itself stands. */
function withCurrency(raw: unknown, currency: string): unknown {
  return typeof raw === 'object' && raw !== null ? { currency, ...withoutNull(raw) } : raw;
}

function withoutNull(raw: object): object {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
}
