import { ArrowLeft, Phone } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { Contact } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import type { Work } from '@/lib/domain/worklist';
import { formatMoney, formatPercent } from '@/lib/format';
import { stepWords } from '@/lib/step-words';

interface AccountHeadProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** Whom to ask for; null when nobody is known. */
  readonly contact: Contact | null;
  readonly phone: string | null;
  /** Why the customer is on the list; null when it is not. */
  readonly work: Work | null;
  readonly currency: string;
  readonly today: PlainDate;
  /** Back to the list, on a phone. */
  readonly listHref: Route;
}

/** A part that comes by itself and is worth a word. */
const WORTH_TELLING = 0.1;

/** Whom to call at which customer and why, with the number to press. */
export function AccountHead({ customer, contact, phone, work, currency, today, listHref }: AccountHeadProps) {
  const words = work && stepWords(work.step, { today, currency, mayWrite: true });
  const alone = work && 'account' in work.step ? work.step.account.aloneShare : 0;
  const isCall = work === null || work.kind === 'call';
  const title =
    isCall && contact
      ? `Call ${contact.name} at ${customer.name}`
      : (words?.title ?? `Call ${customer.name}`);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <Link href={listHref} className="link mb-2 inline-flex items-center gap-1 md:hidden">
          <ArrowLeft aria-hidden className="size-4" />
          The list
        </Link>
        <h2 className="text-title break-words">{title}</h2>
        <p className="mt-0.5 text-muted-foreground">
          {words ? (
            <>
              {words.reason}{' '}
              <span title="What is late, by the chance that asking moves it within a fortnight, less what habit would bring without a call, and less when somebody called within the week">
                Asking today is worth about{' '}
                <span className="fig">
                  {formatMoney(toMinor(Math.round(work?.expected ?? 0)), currency, { cents: false })}
                </span>
                .
              </span>
              {alone >= WORTH_TELLING &&
                ` By their habit ${formatPercent(100 * alone)} of it comes within a fortnight without a call.`}
            </>
          ) : (
            'Nothing asks for a call today.'
          )}
        </p>
      </div>
      {phone && (
        <a
          href={`tel:${phone.replace(/[^+\d]/g, '')}`}
          className={buttonClass({ variant: 'primary' }, 'fig max-md:h-11')}
        >
          <Phone aria-hidden />
          {phone}
        </a>
      )}
    </div>
  );
}
