'use client';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { Button } from '@/components/ui/button';
import { MoneyInput } from '@/components/ui/money-input';
import type { LineEditorProps } from './line-editor';
import type { LineShare } from './line-share';
import { ShareItems } from './share-items';

interface ShareFieldsProps extends Pick<LineEditorProps, 'line' | 'today' | 'bounds' | 'find'> {
  readonly share: LineShare;
  /** From 1. */
  readonly number: number;
  readonly isOnly: boolean;
  /** It was added last, so the focus begins here. */
  readonly isNewest: boolean;
  readonly onChange: (to: (share: LineShare) => LineShare) => void;
  readonly onChoose: (customer: LineShare['customer']) => void;
  readonly onRemove: () => void;
}

/** One customer of a line: who, how much when there are several, and which invoices it pays. */
export function ShareFields(props: ShareFieldsProps) {
  const { line, share, number, isOnly, isNewest, find, onChange, onChoose, onRemove } = props;
  const { currency } = line;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">Share {number}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-[300px] max-md:w-full">
          <CustomerPicker
            id={`customer-${share.key}`}
            name={`customer-${share.key}`}
            size="sm"
            aria-label="Customer"
            aria-invalid={undefined}
            aria-describedby={undefined}
            placeholder="Find a customer"
            autoFocus={isNewest}
            find={find}
            defaultOption={share.customer && { ...share.customer, code: null, currency, termsDays: 0 }}
            onChoose={onChoose}
          />
        </span>
        {!isOnly && (
          <>
            <MoneyInput
              currency={currency}
              size="sm"
              className="w-[150px]!"
              amount={share.draft.amountMinor}
              onAmount={(amountMinor) =>
                onChange((before) => ({ ...before, draft: { ...before.draft, amountMinor } }))
              }
              aria-label={`Amount of share ${number}`}
            />
            <Button size="sm" variant="ghost" onClick={onRemove}>
              Remove
            </Button>
          </>
        )}
      </div>
      <ShareItems
        {...props}
        currency={currency}
        onDraft={(draft) => onChange((before) => ({ ...before, draft }))}
      />
    </fieldset>
  );
}
