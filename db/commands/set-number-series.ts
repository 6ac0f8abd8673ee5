import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { DocumentKind } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { seriesOf } from '../queries/number-series';
import { documents } from '../schema/documents';
import { numberSeries } from '../schema/organizations';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** How the numbers of a kind of document are to begin, and which one is next. */
export interface SetNumberSeries {
  readonly kind: DocumentKind;
  readonly prefix: string;
  readonly next: number;
}

/**
 * Says how the numbers of a kind begin. The first number is free until it is given; from then on only what stands before it can
 * change, so that no number is given twice and none is left out.
 * @throws Refusal `invalid` for a number that would leave a gap, `duplicate_number` for one that a document bears.
 */
export async function setNumberSeries(
  tx: Tx,
  actor: StaffActor,
  { kind, prefix, next }: SetNumberSeries,
): Promise<{ changed: boolean }> {
  await lockLedger(tx);
  const [before] = await seriesOf(tx, [kind]);
  if (!before) throw new Error('a kind has no series');
  if (before.prefix === prefix && before.next === next) return { changed: false };
  if (before.isBegun && next !== before.next)
    throw new Refusal(
      'invalid',
      `The next number is ${before.next} and stays it: numbers have no gaps, and none is given twice.`,
      'next',
    );
  await assertFree(tx, { kind, prefix, next });
  const first = before.isBegun ? {} : { first: next, next };
  await tx
    .insert(numberSeries)
    .values({ kind, prefix, first: next, next })
    .onConflictDoUpdate({ target: [numberSeries.orgId, numberSeries.kind], set: { prefix, ...first } });
  await recordActivity(tx, actor, {
    verb: 'number_series_changed',
    objectKind: 'organization',
    objectId: actor.org.id,
    before: { kind, prefix: before.prefix, next: before.next },
    after: { kind, prefix, next },
  });
  return { changed: true };
}

async function assertFree(tx: Tx, { kind, prefix, next }: SetNumberSeries): Promise<void> {
  const number = prefix + String(next).padStart(5, '0');
  const [borne] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.kind, kind), eq(documents.number, number)));
  if (borne) throw new Refusal('duplicate_number', `${number} is the number of a document already.`, 'next');
}
