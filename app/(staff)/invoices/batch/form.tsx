'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { BatchTable, type Chosen } from '@/components/invoices/batch-table';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { showToast } from '@/components/ui/toast';
import type { ServiceRecord } from '@/db/queries/catalogue';
import type { BatchCandidate } from '@/db/queries/invoice-batch';
import { batchTotals } from '@/lib/domain/batch-draft';
import type { PlainDate } from '@/lib/domain/dates';
import { plainDecimal } from '@/lib/domain/money';
import type { FormState } from '@/lib/form-state';
import { formatCount, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { postBatch } from './actions';

interface BatchFormProps {
  readonly service: Pick<ServiceRecord, 'id' | 'name' | 'currency' | 'feeMinor' | 'taxPercent'>;
  readonly candidates: readonly BatchCandidate[];
  /** Whether more match than are shown. */
  readonly isCut: boolean;
  readonly today: PlainDate;
  readonly batchId: string;
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };
const FIELDS = ['invoiceDate'];

/** Who of those that match is billed, how much of it at which price, and what it comes to. One press books all or nothing. */
export function BatchForm({ service, candidates, isCut, today, batchId, requestId }: BatchFormProps) {
  const router = useRouter();
  const { state, pending, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await postBatch(previous, data);
    if (next.status === 'done' && next.id) {
      showToast({ message: next.message });
      router.replace(route(`/invoices/batch/${next.id}`));
    }
    return next;
  }, IDLE);
  const [rows, setRows] = useState<readonly Chosen[]>(() =>
    candidates.map((each) => toChosen(each, service)),
  );
  const [isJudged, setIsJudged] = useState(false);
  const chosen = rows.filter((row) => row.isChosen);
  const { totals, problems } = batchTotals(chosen, service.taxPercent);
  const isDone = state.status === 'done';
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    setIsJudged(true);
    if (chosen.length > 0 && problems.size === 0) return form.onSubmit(event);
    event.preventDefault();
    const { currentTarget } = event;
    setTimeout(() => currentTarget.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus());
  };
  return (
    <form {...form} onSubmit={onSubmit} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="serviceId" value={service.id} />
      <input type="hidden" name="rows" value={JSON.stringify(chosen.map(toSent))} />
      {isCut && (
        <p role="status" className="bg-warning-soft px-6 py-2 text-warning max-md:px-4">
          More match than one press can bill. The first {formatCount(candidates.length)} by name are shown.
        </p>
      )}
      <BatchTable rows={rows} problems={isJudged ? problems : NONE} onRows={setRows} />
      <div className="sticky bottom-(--panel-bottom) z-10 mt-auto flex flex-wrap items-end gap-x-6 gap-y-3 border-t border-border bg-card px-6 py-3 max-md:px-4">
        <Field name="invoiceDate" label="Issue date" error={errorOf('invoiceDate')} className="w-[180px]">
          {(control) => <DateInput {...control} today={today} defaultDay={today} />}
        </Field>
        <div role="status" className="fig flex flex-col pb-1.5">
          {totals.length === 0 && <span className="text-muted-foreground">Nobody is chosen.</span>}
          {totals.map(({ currency, count, totalMinor }) => (
            <span key={currency}>
              {formatCount(count, 'invoice')},{' '}
              <b className="font-semibold">{formatMoney(totalMinor, currency)}</b>{' '}
              <span className="text-muted-foreground">{currency} with tax</span>
            </span>
          ))}
        </div>
        <div className="ml-auto flex items-center gap-4 max-md:w-full">
          {isJudged && chosen.length === 0 && (
            <span role="alert" tabIndex={-1} className="text-destructive">
              Choose at least one to bill.
            </span>
          )}
          {isJudged && problems.size > 0 && (
            <span className="text-destructive">Some have no quantity or price that can be billed.</span>
          )}
          <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
          <Button
            type="submit"
            variant="primary"
            pending={pending || isDone}
            className="max-md:h-11 max-md:flex-1"
          >
            Post {formatCount(chosen.length, 'invoice')}
          </Button>
        </div>
      </div>
    </form>
  );
}

const NONE: ReadonlySet<string> = new Set();

function toChosen(candidate: BatchCandidate, service: BatchFormProps['service']): Chosen {
  const { customerId, currency, beneficiary } = candidate;
  return {
    ...candidate,
    key: `${customerId} ${beneficiary?.id ?? ''}`,
    isChosen: false,
    quantity: '1',
    unitPriceMinor: currency === service.currency ? service.feeMinor : null,
  };
}

function toSent({ customerId, beneficiary, quantity, unitPriceMinor }: Chosen) {
  return {
    customerId,
    beneficiaryId: beneficiary?.id ?? null,
    quantity: plainDecimal(quantity),
    unitPriceMinor,
  };
}
