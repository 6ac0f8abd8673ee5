'use client';
import { Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useRef, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { AccountNote } from '@/components/invoices/account-note';
import { offeredDiscount } from '@/components/invoices/discount-fields';
import { InvoiceFields } from '@/components/invoices/invoice-fields';
import { LineEditor } from '@/components/invoices/line-editor';
import { PartsFields } from '@/components/invoices/parts-fields';
import { Page } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { SubmitKeys } from '@/components/ui/submit-keys';
import { showToast } from '@/components/ui/toast';
import type { PlainDate } from '@/lib/domain/dates';
import { postableLines } from '@/lib/domain/invoice-draft';
import type { Minor } from '@/lib/domain/money';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatInstant, formatMoney } from '@/lib/format';
import { findCustomers } from '../../customers/find-customers';
import { postInvoice, voidDocument } from '../actions';
import { findServices } from '../find-for-line';
import { useAccount } from '../use-account';
import { AfterLines } from './after-lines';
import { DiscardDraft } from './discard-draft';
import type { DraftKeeper } from './draft-keeper';
import { Preview } from './preview';
import type { Start } from './read';
import { SaveProblem, SaveState } from './save-state';
import { SentFields } from './sent-fields';
import { useDraft } from './use-draft';
import { useWriting } from './use-writing';

interface InvoiceFormProps {
  /** The name of the business. */
  readonly seller: string;
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly start: Start;
  readonly requestId: string;
}

const FIELDS = [
  'customerId',
  'invoiceDate',
  'dueDate',
  'number',
  'purchaseOrder',
  'overrideHold',
  'instalments',
  'discount',
];
const NOT_THE_TOTAL = 'Give every part a day and an amount; together they must be the total.';
const PHONE_FOOT =
  'sticky bottom-(--panel-bottom) z-10 -mx-4 mt-auto -mb-6 flex gap-2 border-t border-border bg-card px-4 py-3 md:hidden [&>.btn]:h-11 [&>.btn]:flex-1';
const IDLE: FormState = { status: 'idle' };

/** The invoice while it is written, saved as a draft, and how it will look. ⌘↵ posts it. */
export function InvoiceForm({ seller, timeZone, today, start, requestId }: InvoiceFormProps) {
  const writing = useWriting(start);
  const { written, customer, totals, dueOn, instalments, set } = writing;
  const { currency, due } = written;
  const draft = useDraft(start, written);
  const { state, pending, errorOf, form } = usePosting(draft.keeper);
  useSubmitKey(form.ref);
  const { account, isFailed } = useAccount(customer?.id ?? null, currency);
  const [isJudged, setIsJudged] = useState(false);
  const isSent = useRef(false);
  const isInParts = due.kind === 'parts' || due.kind === 'hand';
  const postable = postableLines(written.lines);
  const isDone = state.status === 'done';
  const clock = (at: Date) => formatInstant(at, timeZone, today);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsJudged(true);
    if (!isPostable(writing)) focusProblem(event.currentTarget);
    else if (!pending)
      void postNow(event.currentTarget, { isSent: isSent.current, keeper: draft.keeper, post: form.action });
    isSent.current = false;
  };
  const button = (
    <PostButtons
      totalMinor={totals.totalMinor}
      currency={currency}
      billsTo={account?.billsTo ?? null}
      isPosting={pending || isDone}
      onSend={() => {
        isSent.current = true;
        form.ref.current?.requestSubmit();
      }}
    />
  );
  return (
    <Page
      title={start.seenAt === null ? 'New invoice' : 'Draft'}
      parents={[{ label: 'Invoices', href: '/invoices' }]}
      actions={
        <>
          <SaveState kept={draft.kept} clock={clock} />
          {draft.kept.kind === 'saved' && <DiscardDraft draftId={start.draftId} keeper={draft.keeper} />}
          <ButtonLink href="/invoices" className="max-md:hidden">
            Close
          </ButtonLink>
          <span className="flex gap-2 max-md:hidden">{button}</span>
        </>
      }
    >
      <SaveProblem {...draft} clock={clock} />
      <form {...form} id="invoice" onSubmit={onSubmit} className="flex flex-1">
        <SentFields
          requestId={requestId}
          draftId={start.draftId}
          written={written}
          instalments={isInParts ? (instalments ?? []) : []}
        />
        <div className="flex min-w-0 flex-1 flex-col gap-6 px-7 py-6 max-md:px-4">
          <InvoiceFields
            head={{ ...written, customer }}
            dueOn={dueOn}
            today={today}
            nextNumber={start.nextNumber}
            find={findCustomers}
            errorOf={errorOf}
            onHead={writing.setHead}
          />
          <AccountNote
            account={account}
            isFailed={isFailed}
            totalMinor={totals.totalMinor}
            currency={currency}
          />
          <PartsFields
            due={due}
            instalments={instalments}
            totalMinor={totals.totalMinor}
            currency={currency}
            today={today}
            error={
              errorOf('instalments') ?? (isJudged && isInParts && !instalments ? NOT_THE_TOTAL : undefined)
            }
            onDue={(next) => set({ due: next })}
          />
          <LineEditor
            lines={written.lines}
            totals={totals}
            currency={currency}
            isJudged={isJudged}
            find={findServices}
            beneficiaries={account?.beneficiaries ?? []}
            onLines={(lines) => set({ lines })}
          />
          {isJudged && postable.length === 0 && (
            <p role="alert" className="-mt-3 text-meta text-destructive">
              Write at least one line with a price.
            </p>
          )}
          <AfterLines
            written={written}
            totals={totals}
            account={account}
            errorOf={errorOf}
            onDiscount={(discount) => set({ discount })}
          />
          <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
          <div className={PHONE_FOOT}>{button}</div>
        </div>
        <Preview
          seller={seller}
          written={written}
          customer={customer}
          address={account?.address ?? null}
          instalments={instalments}
          totals={totals}
          beneficiaries={account?.beneficiaries ?? []}
          nextNumber={start.nextNumber}
        />
      </form>
    </Page>
  );
}

/** Whether nothing is missing that posting needs of the lines, the parts and the discount. */
function isPostable({ written, totals, instalments }: ReturnType<typeof useWriting>): boolean {
  const isInParts = written.due.kind === 'parts' || written.due.kind === 'hand';
  const isOffered = written.discount === null || offeredDiscount(written.discount) !== null;
  const isWritten = totals.problems.size === 0 && postableLines(written.lines).length > 0;
  return isWritten && isOffered && !(isInParts && instalments === null);
}

/** What is on its way is saved first; then nothing is saved any more while it is posted. */
async function postNow(form: HTMLFormElement, { keeper, post, isSent }: Posting): Promise<void> {
  await keeper.hold();
  const data = new FormData(form);
  data.set('seenAt', keeper.seenAt ?? '');
  if (isSent) data.set('send', 'yes');
  startTransition(() => post(data));
}

interface Posting {
  readonly keeper: DraftKeeper;
  readonly post: (data: FormData) => void;
  /** Whether it is mailed too. */
  readonly isSent: boolean;
}

interface PostButtonsProps {
  readonly totalMinor: Minor;
  readonly currency: string;
  /** Where the customer's bills go; null when nowhere, or not known yet. */
  readonly billsTo: string | null;
  readonly isPosting: boolean;
  readonly onSend: () => void;
}

function PostButtons({ totalMinor, currency, billsTo, isPosting, onSend }: PostButtonsProps) {
  return (
    <>
      <Button pending={isPosting} onClick={onSend} title={billsTo ? `Mails it to ${billsTo}` : undefined}>
        <Send aria-hidden />
        Post and send
      </Button>
      <Button type="submit" form="invoice" variant="primary" pending={isPosting}>
        {isPosting ? 'Posting…' : `Post ${formatMoney(totalMinor, currency)}`}
        <SubmitKeys />
      </Button>
    </>
  );
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
function usePosting(keeper: DraftKeeper) {
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
