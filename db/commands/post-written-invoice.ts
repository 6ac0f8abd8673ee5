import type { Actor } from '@/lib/actor';
import { type Minor, ZERO } from '@/lib/domain/money';
import type { Tx } from '../scope';
import { applyAccountCredit } from './apply-account-credit';
import { type PostInvoice, postInvoice } from './post-invoice';
import { takeSeenDraft } from './take-draft-invoice';

/** An invoice as its writer sees it when it is posted. */
export interface PostWrittenInvoice {
  /** The id of its draft, which the invoice keeps. */
  readonly draftId: string;
  /** When the draft was last saved, as the writer saw it; null: never. */
  readonly seenAt: Date | null;
  /** Whether credit that is on the account settles it, as far as it reaches. */
  readonly useCredit: boolean;
  readonly invoice: Omit<PostInvoice, 'documentId'>;
}

/**
 * Posts what somebody wrote, takes its draft away, and settles it with credit of the account when that was asked for.
 * @throws Refusal `already_posted`, `changed_elsewhere`, `not_found` for its draft; as `postInvoice`.
 */
export async function postWrittenInvoice(
  tx: Tx,
  actor: Actor,
  { draftId, seenAt, useCredit, invoice }: PostWrittenInvoice,
): Promise<{ documentId: string; number: string; settledMinor: Minor }> {
  await takeSeenDraft(tx, draftId, seenAt);
  const posted = await postInvoice(tx, actor, { ...invoice, documentId: draftId });
  if (!useCredit) return { ...posted, settledMinor: ZERO };
  const { customerId, currency } = invoice;
  const { appliedMinor } = await applyAccountCredit(tx, actor, {
    customerId,
    invoiceId: draftId,
    ...(currency === undefined ? {} : { currency }),
  });
  return { ...posted, settledMinor: appliedMinor };
}
