import { FilePlus2, FileUp, Plug, UserPlus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { nothingOpen } from '@/components/nothing-open';
import type { PlainDate } from '@/lib/domain/dates';
import { withParams } from '@/lib/url';

interface FirstStepsProps {
  /** Currencies that do have something open, though the shown one has not. */
  readonly currencies: readonly string[];
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  /** Whether the books follow others already. */
  readonly isConnected: boolean;
}

const CONNECT = '/settings/connection';

const WAYS = [
  {
    href: '/import',
    icon: FileUp,
    label: 'Import a CSV',
    words: 'invoices, or what was open on a day',
    isBest: true,
  },
  { href: CONNECT, icon: Plug, label: 'Connect QuickBooks', words: 'it is only read', isBest: false },
  { href: '/customers/new', icon: UserPlus, label: 'Add a customer', words: '', isBest: false },
  { href: '/invoices/new', icon: FilePlus2, label: 'Write the first invoice', words: '', isBest: false },
] as const satisfies readonly { href: Route; [key: string]: unknown }[];

/** Home when nothing is open: the ways in for a new business, or the way to the currency that has something. */
export function FirstSteps({ currencies, asOf, today, mayWrite, isConnected }: FirstStepsProps) {
  const ways = WAYS.filter(({ href }) => href !== CONNECT || !isConnected);
  const { title, words: nothing, isPast } = nothingOpen({ asOf, today, knownAt: null });
  return (
    <section className="mx-auto max-w-[480px] py-8" aria-labelledby="first-steps">
      <h2 id="first-steps" className="text-section">
        {title}
      </h2>
      <p className="mt-1 text-muted-foreground">
        {nothing}
        {currencies.length > 0 ? ' in this currency.' : '.'}
        {currencies.length === 0 && !isPast && ' Bring your invoices in and every report fills itself.'}
      </p>
      {currencies.length > 0 && (
        <p className="mt-3">
          Something is open in{' '}
          {currencies.map((code) => (
            <Link
              key={code}
              href={withParams('/', { currency: code }, { asOf: asOf === today ? null : asOf })}
              className="link mr-2"
            >
              {code}
            </Link>
          ))}
        </p>
      )}
      {mayWrite && !isPast && (
        <ul className="mt-4 flex flex-col gap-2">
          {ways.map(({ href, icon: Icon, label, words, isBest }) => (
            <li key={href}>
              <Link
                href={href}
                className={`flex min-h-11 items-center gap-3 rounded-control border px-3 font-medium ${isBest ? 'border-primary bg-primary-soft' : 'border-border hover:border-border-strong'}`}
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                {label}
                <span className="ml-auto text-meta font-normal text-muted-foreground">{words}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
