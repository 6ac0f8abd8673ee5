'use client';
import { FormMessage } from '@/components/forms/form-message';
import { AccountNote } from '@/components/invoices/account-note';
import { InvoiceFields } from '@/components/invoices/invoice-fields';
import { LineEditor } from '@/components/invoices/line-editor';
import { PartsFields } from '@/components/invoices/parts-fields';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import type { Letterhead } from '@/db/queries/letterhead';
import type { PlainDate } from '@/lib/domain/dates';
import { postableLines } from '@/lib/domain/invoice-draft';
import { formatInstant } from '@/lib/format';
import { findCustomers } from '../../customers/find-customers';
import { findServices } from '../find-for-line';
import { useAccount } from '../use-account';
import { AfterLines } from './after-lines';
import { DiscardDraft } from './discard-draft';
import { PostButtons } from './post-buttons';
import { Preview } from './preview';
import type { Start } from './read';
import { SaveProblem, SaveState } from './save-state';
import { SentFields } from './sent-fields';
import { useDraft } from './use-draft';
import { usePosting } from './use-posting';
import { useWriting } from './use-writing';

interface InvoiceFormProps {
  /** Whose paper it is. */
  readonly head: Pick<Letterhead, 'seller' | 'address' | 'payTo' | 'logo'>;
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

/** The invoice while it is written, saved as a draft, and how it will look. ⌘↵ posts it. */
export function InvoiceForm({ head, timeZone, today, start, requestId }: InvoiceFormProps) {
  const writing = useWriting(start);
  const { written, customer, totals, dueOn, instalments, set } = writing;
  const { currency, due } = written;
  const draft = useDraft(start, written);
  const { state, errorOf, form, isPosting, isJudged, send } = usePosting(writing, draft.keeper);
  const { account, isFailed } = useAccount(customer?.id ?? null, currency);
  const isInParts = due.kind === 'parts' || due.kind === 'hand';
  const postable = postableLines(written.lines);
  const clock = (at: Date) => formatInstant(at, timeZone, today);
  const buttons = (
    <PostButtons
      totalMinor={totals.totalMinor}
      currency={currency}
      billsTo={account?.billsTo ?? null}
      isPosting={isPosting}
      onSend={send}
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
          <span className="flex gap-2 max-md:hidden">{buttons}</span>
        </>
      }
    >
      <SaveProblem {...draft} clock={clock} />
      <form {...form} id="invoice" className="flex flex-1">
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
          <FormMessage state={state} fields={FIELDS} />
          <div className={PHONE_FOOT}>{buttons}</div>
        </div>
        <Preview
          head={head}
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
