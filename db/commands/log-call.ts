import type { Actor } from '@/lib/actor';
import type { CallOutcome } from '@/lib/domain/call-outcome';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { calls } from '../schema/calls';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { type OpenDispute, openDispute } from './open-dispute';
import { recordActivity } from './record-activity';
import { type RecordPromise, recordPromise } from './record-promise';

/** What somebody asked, whom, and how it went. */
export interface LogCall {
  readonly customerId: string;
  readonly outcome: CallOutcome;
  readonly contactName?: string | undefined;
  readonly note?: string | undefined;
  readonly calledOn: PlainDate;
  /** What was promised: goes with the outcome `promised`, and with no other. */
  readonly promise?: Omit<RecordPromise, 'customerId' | 'promisedOn'>;
  /** What is contested: goes with the outcome `disputed`, and with no other. */
  readonly dispute?: Omit<OpenDispute, 'openedOn'>;
}

/** What was noted; null for what the call did not bring. */
export interface LoggedCall {
  readonly callId: string;
  readonly promiseId: string | null;
  readonly disputeId: string | null;
}

/**
 * Notes a call with what came of it, in one go: the promise or the dispute is noted with it, or nothing is.
 * @throws Refusal `invalid` when outcome and what came of it do not fit, `customer_mismatch`; and as `recordPromise` and
 * `openDispute`.
 */
export async function logCall(tx: Tx, actor: Actor, input: LogCall): Promise<LoggedCall> {
  const { promise, dispute, ...call } = input;
  const { customerId, outcome, calledOn, contactName, note } = call;
  await lockCustomer(tx, customerId);
  if ((outcome === 'promised') !== (promise !== undefined))
    throw new Refusal('invalid', 'Say what was promised, and by when.', 'amount');
  if ((outcome === 'disputed') !== (dispute !== undefined))
    throw new Refusal('invalid', 'Say which invoice is contested, and why.', 'reason');
  const promised = promise
    ? await recordPromise(tx, actor, { ...promise, customerId, promisedOn: calledOn })
    : null;
  const disputed = dispute ? await openDispute(tx, actor, { ...dispute, openedOn: calledOn }) : null;
  const callId = uuid7();
  await tx.insert(calls).values({ id: callId, ...call, createdBy: actor.userId });
  await recordActivity(tx, actor, {
    verb: 'call_logged',
    objectKind: 'call',
    objectId: callId,
    customerId,
    after: { outcome, contactName, note },
  });
  return { callId, promiseId: promised?.promiseId ?? null, disputeId: disputed?.disputeId ?? null };
}
