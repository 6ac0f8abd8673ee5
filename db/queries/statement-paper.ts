import type { PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import type { Tx } from '../scope';
import { type Letterhead, letterhead } from './letterhead';
import {
  type ActivityStatement,
  activityStatement,
  addresseeAt,
  type OpenItemStatement,
  openItemStatement,
} from './statements';

interface StatementHead extends Letterhead {
  readonly customer: string;
  /** For the name of the file. */
  readonly code: string | null;
  readonly currency: string;
  readonly bounds: readonly number[];
  readonly knownAt: Instant;
  /** The last day. */
  readonly asOf: PlainDate;
}

/** A statement with all that stands on its paper. */
export type StatementPaper = StatementHead &
  (
    | { readonly kind: 'open-item'; readonly found: OpenItemStatement }
    | { readonly kind: 'activity'; readonly from: PlainDate; readonly found: ActivityStatement }
  );

/** Which statement is meant: with `from` what happened from that day on, without it what is unpaid on the last. */
export interface AskedStatement {
  readonly customerId: string;
  /** The customer's when null. */
  readonly currency: string | null;
  readonly from: PlainDate | null;
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  readonly bounds: readonly number[];
}

/** Reads a statement for its file; null when there is no such customer that the actor may see. */
export async function statementPaper(tx: Tx, asked: AskedStatement): Promise<StatementPaper | null> {
  const { customerId, from, asOf, knownAt, bounds } = asked;
  const addressee = await addresseeAt(tx, customerId, { knownAt });
  if (!addressee) return null;
  const currency = asked.currency ?? addressee.currency;
  const { name: customer, code } = addressee;
  const head = { ...(await letterhead(tx)), customer, code, currency, bounds, knownAt, asOf };
  const of = { customerId, currency };
  if (from === null)
    return { ...head, kind: 'open-item', found: await openItemStatement(tx, of, { asOf, knownAt }) };
  return {
    ...head,
    kind: 'activity',
    from,
    found: await activityStatement(tx, of, { from, to: asOf }, { knownAt }),
  };
}
