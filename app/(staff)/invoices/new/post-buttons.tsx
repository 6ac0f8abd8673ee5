'use client';
import { Send } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SubmitKeys } from '@/components/ui/submit-keys';
import type { Minor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

interface PostButtonsProps {
  readonly totalMinor: Minor;
  readonly currency: string;
  /** Where the customer's bills go; null when nowhere, or not known yet. */
  readonly billsTo: string | null;
  readonly isPosting: boolean;
  readonly onSend: () => void;
}

/** Posts what is written, or posts it and mails it. */
export function PostButtons({ totalMinor, currency, billsTo, isPosting, onSend }: PostButtonsProps) {
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
