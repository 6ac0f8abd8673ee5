'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useRef, useState } from 'react';
import { useForm } from '@/components/forms/use-form';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { offeredDiscount } from '@/components/invoices/discount-fields';
import { showToast } from '@/components/ui/toast';
import { postableLines } from '@/lib/domain/invoice-draft';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { postInvoice, voidDocument } from '../actions';
import type { DraftKeeper } from './draft-keeper';
import type { useWriting } from './use-writing';

const IDLE: FormState = { status: 'idle' };

/** Posts what is written, also with ⌘↵; `send` mails it too. Once that was tried, `isJudged` says to show what is missing. */
export function usePosting(writing: ReturnType<typeof useWriting>, keeper: DraftKeeper) {
  const { state, pending, errorOf, form } = usePosted(keeper);
  useSubmitKey(form.ref);
  const [isJudged, setIsJudged] = useState(false);
  const isSent = useRef(false);
  const isPosting = pending || state.status === 'done';
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsJudged(true);
    if (!isPostable(writing)) focusProblem(event.currentTarget);
    else if (!isPosting)
      void postNow(event.currentTarget, { isSent: isSent.current, keeper, post: form.action });
    isSent.current = false;
  };
  const send = () => {
    isSent.current = true;
    form.ref.current?.requestSubmit();
  };
  const shown = state.status === 'done' ? IDLE : state;
  return { state: shown, errorOf, form: { ...form, onSubmit }, isPosting, isJudged, send };
}

/** Whether nothing is missing that posting needs of the lines, the parts and the discount. */
function isPostable({ written, totals, instalments }: ReturnType<typeof useWriting>): boolean {
  const isInParts = written.due.kind === 'parts' || written.due.kind === 'hand';
  const isOffered = written.discount === null || offeredDiscount(written.discount) !== null;
  const isWritten = totals.problems.size === 0 && postableLines(written.lines).length > 0;
  return isWritten && isOffered && !(isInParts && instalments === null);
}

interface Posting {
  readonly keeper: DraftKeeper;
  readonly post: (data: FormData) => void;
  /** Whether it is mailed too. */
  readonly isSent: boolean;
}

/** What is on its way is saved first; then nothing is saved any more while it is posted. */
async function postNow(form: HTMLFormElement, { keeper, post, isSent }: Posting): Promise<void> {
  await keeper.hold();
  const data = new FormData(form);
  data.set('seenAt', keeper.seenAt ?? '');
  if (isSent) data.set('send', 'yes');
  startTransition(() => post(data));
}

/** After the problems are drawn. */
function focusProblem(form: HTMLFormElement): void {
  setTimeout(() =>
    (
      form.querySelector<HTMLElement>('[data-line] [aria-invalid=true], fieldset [aria-invalid=true]') ??
      form.querySelector<HTMLElement>('[data-line] input')
    )?.focus(),
  );
}

/** Posts; then says so with its undo and goes to the invoice, whatever becomes of this page. Refused, the draft is saved again. */
function usePosted(keeper: DraftKeeper) {
  const router = useRouter();
  return useForm(async (previous: FormState, data: FormData) => {
    const next = await postInvoice(previous, data);
    if (next.status !== 'done' || !next.id) {
      keeper.resume();
      return next;
    }
    keeper.forget();
    showToast({ message: next.message, undo: undoOf(next.id) });
    router.replace(`/invoices/${next.id}`);
    return next;
  }, IDLE);
}

function undoOf(documentId: string): () => Promise<FormState> {
  const reason = 'Undone right after it was posted';
  return () => voidDocument(IDLE, formDataOf({ documentId, kind: 'invoice', reason }));
}
