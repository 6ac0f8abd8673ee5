import { CircleAlert, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { type Agreement, agreementWords } from '@/lib/sources/agreement';
import { withParams } from '@/lib/url';

interface AgreementLineProps {
  readonly agreement: Agreement;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** "Agrees with QuickBooks, difference $0.00 at 10:00"; what makes it up is one step away. */
export function AgreementLine({ agreement, timeZone, today }: AgreementLineProps) {
  const agrees = agreement.differenceMinor === 0;
  const Sign = agrees ? CircleCheck : CircleAlert;
  return (
    <p className="flex items-center gap-2 text-meta text-muted-foreground">
      <Sign aria-hidden className={`size-4 shrink-0 ${agrees ? 'text-positive' : 'text-destructive'}`} />
      <Link href={withParams('/sync/differences', {}, { currency: agreement.currency })} className="link">
        {agreementWords(agreement, (at) => formatInstant(at, timeZone, today))}
      </Link>
    </p>
  );
}
