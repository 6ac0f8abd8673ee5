'use client';
import { useState } from 'react';
import { CreditChoice } from '@/components/invoices/credit-choice';
import { DiscountFields } from '@/components/invoices/discount-fields';
import { DraftSums } from '@/components/invoices/draft-sums';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { BillingAccount } from '@/db/queries/billing-account';
import type { DraftTotals } from '@/lib/domain/invoice-draft';
import type { WrittenDiscount, WrittenInvoice } from '@/lib/written-invoice';

interface AfterLinesProps {
  readonly written: WrittenInvoice;
  readonly totals: DraftTotals;
  /** Null while it is not known. */
  readonly account: BillingAccount | null;
  readonly errorOf: (name: string) => string | undefined;
  readonly onDiscount: (discount: WrittenDiscount | null) => void;
}

/** What the lines come to, what is offered for paying early, and what the account of the customer asks. */
export function AfterLines({ written, totals, account, errorOf, onDiscount }: AfterLinesProps) {
  const [isCreditUsed, setIsCreditUsed] = useState(false);
  const { currency } = written;
  const { totalMinor } = totals;
  return (
    <>
      <DraftSums totals={totals} currency={currency}>
        <DiscountFields
          discount={written.discount}
          issuedOn={written.issuedOn}
          totalMinor={totalMinor}
          currency={currency}
          error={errorOf('discount')}
          onDiscount={onDiscount}
        />
      </DraftSums>
      {account && account.creditMinor > 0 && (
        <CreditChoice
          creditMinor={account.creditMinor}
          totalMinor={totalMinor}
          currency={currency}
          isUsed={isCreditUsed}
          onUse={setIsCreditUsed}
        />
      )}
      {(account?.hold || errorOf('overrideHold')) && (
        <Field
          name="overrideHold"
          label="Why it is billed all the same"
          hint="The customer is on credit hold. The reason is noted with the invoice."
          error={errorOf('overrideHold')}
        >
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </Field>
      )}
    </>
  );
}
