'use client';
import { type FormEvent, useState } from 'react';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { DraftSums } from '@/components/invoices/draft-sums';
import { LineEditor, newLine } from '@/components/invoices/line-editor';
import { NextDates } from '@/components/recurring/next-dates';
import { Button, ButtonLink } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitKeys } from '@/components/ui/submit-keys';
import type { CustomerOption } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import { type DraftLine, draftTotals, postableLines } from '@/lib/domain/invoice-draft';
import type { Rhythm } from '@/lib/domain/recurrence';
import type { FormState } from '@/lib/form-state';
import { RHYTHMS } from '@/lib/rhythm-words';
import { route } from '@/lib/url';
import { inCurrency } from '@/lib/written-invoice';
import { findCustomers } from '../customers/find-customers';
import { findServices } from '../invoices/find-for-line';
import { useAccount } from '../invoices/use-account';
import { createRecurring, updateRecurring } from './actions';

interface RecurringFormProps {
  readonly requestId: string;
  readonly today: PlainDate;
  /** Whom it bills, and what, when it is made from an invoice or changed. */
  readonly customer: CustomerOption | null;
  readonly currency: string;
  readonly lines: readonly DraftLine[];
  /** The one that is changed, as it goes on; null for a new one. */
  readonly goesOn: GoesOn | null;
}

/** How an invoice that repeats goes on. */
interface GoesOn {
  readonly recurringId: string;
  readonly every: Rhythm;
  /** Its first day, and the next that it bills unless that is changed. */
  readonly startsOn: PlainDate;
  readonly nextOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly termsDays: number | null;
}

const FIELDS = ['customerId', 'startsOn', 'endsOn', 'termsDays'];
const IDLE: FormState = { status: 'idle' };

/** An invoice that is to repeat: what it bills, in which rhythm, and the dates that follow from it. */
export function RecurringForm({ requestId, today, goesOn, ...start }: RecurringFormProps) {
  const { state, pending, errorOf, form } = useForm(goesOn ? updateRecurring : createRecurring, IDLE);
  useSubmitKey(form.ref);
  useSaved(state, '/recurring/:id');
  const [customer, setCustomer] = useState(start.customer);
  const [currency, setCurrency] = useState(start.currency);
  const [lines, setLines] = useState(() => (start.lines.length > 0 ? start.lines : [newLine()]));
  const [every, setEvery] = useState<Rhythm>(goesOn?.every ?? 'month');
  const [startsOn, setStartsOn] = useState<PlainDate | null>(goesOn?.nextOn ?? today);
  const [endsOn, setEndsOn] = useState(goesOn?.endsOn ?? null);
  const [isJudged, setIsJudged] = useState(false);
  const { account } = useAccount(customer?.id ?? null, currency);
  const totals = draftTotals(lines);
  const postable = postableLines(lines);
  const isDone = state.status === 'done';
  const choose = (option: CustomerOption | null) => {
    setCustomer(option);
    if (!option) return;
    setLines(inCurrency(lines, currency, option.currency).map((line) => ({ ...line, beneficiaryId: null })));
    setCurrency(option.currency);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    setIsJudged(true);
    if (totals.problems.size === 0 && postable.length > 0) return form.onSubmit(event);
    event.preventDefault();
    const { currentTarget } = event;
    setTimeout(() => currentTarget.querySelector<HTMLElement>('[data-line] input')?.focus());
  };
  return (
    <form {...form} onSubmit={onSubmit} className="flex flex-1 max-lg:flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      {goesOn ? (
        <input type="hidden" name="recurringId" value={goesOn.recurringId} />
      ) : (
        <input type="hidden" name="currency" value={currency} />
      )}
      <input type="hidden" name="lines" value={JSON.stringify(postable)} />
      <div className="flex min-w-0 flex-1 flex-col gap-6 px-7 py-6 max-md:px-4">
        <section aria-label="Recurring invoice" className="grid gap-4 md:grid-cols-2">
          {!goesOn && (
            <Field name="customerId" label="Customer" error={errorOf('customerId')} className="md:col-span-2">
              {(control) => (
                <CustomerPicker
                  {...control}
                  size="lg"
                  find={findCustomers}
                  defaultOption={customer}
                  onChoose={choose}
                  autoFocus={!customer}
                  placeholder="Part of a name or code"
                />
              )}
            </Field>
          )}
          <RhythmFields
            goesOn={goesOn}
            every={every}
            today={today}
            errorOf={errorOf}
            onEvery={setEvery}
            onStart={setStartsOn}
            onEnd={setEndsOn}
          />
        </section>
        <LineEditor
          lines={lines}
          totals={totals}
          currency={currency}
          isJudged={isJudged}
          find={findServices}
          beneficiaries={account?.beneficiaries ?? []}
          onLines={setLines}
        />
        <DraftSums totals={totals} currency={currency} />
        <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
        <div className="flex gap-2 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
          <ButtonLink href={goesOn ? route(`/recurring/${goesOn.recurringId}`) : '/recurring'}>
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" pending={pending || isDone}>
            {goesOn ? 'Save' : 'Begin'}
            <SubmitKeys />
          </Button>
        </div>
      </div>
      <aside
        aria-label="Dates"
        className="w-[320px] shrink-0 border-l border-border bg-background px-6 py-6 max-lg:w-full max-lg:border-t max-lg:border-l-0 max-md:px-4"
      >
        <h2 className="mb-2 text-body">When it bills</h2>
        <NextDates
          recurrence={startsOn && { every, startsOn: anchorOf(goesOn, { every, startsOn }), endsOn }}
          from={startsOn ?? today}
          today={today}
        />
      </aside>
    </form>
  );
}

/** The day from which days are counted: the first one stays as long as nothing changes that. */
function anchorOf(
  goesOn: GoesOn | null,
  { every, startsOn }: { readonly every: Rhythm; readonly startsOn: PlainDate },
): PlainDate {
  return goesOn && goesOn.every === every && goesOn.nextOn === startsOn ? goesOn.startsOn : startsOn;
}

interface RhythmFieldsProps {
  readonly goesOn: GoesOn | null;
  readonly every: Rhythm;
  readonly today: PlainDate;
  readonly errorOf: (name: string) => string | undefined;
  readonly onEvery: (every: Rhythm) => void;
  readonly onStart: (day: PlainDate | null) => void;
  readonly onEnd: (day: PlainDate | null) => void;
}

function RhythmFields({ goesOn, every, today, errorOf, onEvery, onStart, onEnd }: RhythmFieldsProps) {
  return (
    <>
      <Field name="every" label="How often">
        {(control) => (
          <Select
            {...control}
            value={every}
            onChange={({ target }) =>
              onEvery(RHYTHMS.find((each) => each.every === target.value)?.every ?? 'month')
            }
          >
            {RHYTHMS.map((rhythm) => (
              <option key={rhythm.every} value={rhythm.every}>
                {rhythm.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="termsDays"
        label="Days to pay"
        hint="Empty: the customer’s terms of the day."
        error={errorOf('termsDays')}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            defaultValue={goesOn?.termsDays ?? ''}
          />
        )}
      </Field>
      <Field
        name="startsOn"
        label={goesOn ? 'Next invoice on' : 'First invoice on'}
        error={errorOf('startsOn')}
      >
        {(control) => (
          <DateInput
            {...control}
            today={today}
            defaultDay={goesOn?.nextOn ?? today}
            leaning="future"
            onDay={onStart}
          />
        )}
      </Field>
      <Field name="endsOn" label="Last day" hint="Empty: until it is ended." error={errorOf('endsOn')}>
        {(control) => (
          <DateInput
            {...control}
            today={today}
            defaultDay={goesOn?.endsOn ?? null}
            leaning="future"
            onDay={onEnd}
          />
        )}
      </Field>
    </>
  );
}
