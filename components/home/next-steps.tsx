import { Archive, HandCoins, type LucideIcon, Mail, MessageCircleWarning, Phone, Split } from 'lucide-react';
import Link from 'next/link';
import { Late } from '@/components/late';
import { buttonClass } from '@/components/ui/button';
import type { PlainDate } from '@/lib/domain/dates';
import type { NextStep } from '@/lib/domain/next-steps';
import { formatMoney } from '@/lib/format';
import { stepWords } from '@/lib/step-words';

interface NextStepsProps {
  /** Best first. */
  readonly steps: readonly NextStep[];
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly mayWrite: boolean;
}

const ICONS: Readonly<Record<NextStep['kind'], LucideIcon>> = {
  broken_promise: HandCoins,
  beyond_habit: Phone,
  crossed: Phone,
  dispute: MessageCircleWarning,
  unapplied: Split,
  unreminded: Mail,
  decide: Archive,
  late: Phone,
};

/** What is worth doing next, each with its reason, its amount and the way to it. */
export function NextSteps({ steps, currency, today, bounds, mayWrite }: NextStepsProps) {
  return (
    <section aria-labelledby="next-steps">
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <h3 id="next-steps" className="text-section">
          Next best steps
        </h3>
        <Link href={`/worklist?currency=${currency}`} className="link text-meta">
          Open worklist
        </Link>
      </div>
      {steps.length === 0 ? (
        <p className="py-3 text-muted-foreground">Nothing asks for anything today.</p>
      ) : (
        <ol>
          {steps.map((step) => {
            const { title, reason, action, href, days } = stepWords(step, { today, currency, mayWrite });
            const Icon = ICONS[step.kind];
            return (
              <li
                key={`${step.kind} ${title}`}
                className="grid grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-b border-border py-3 last:border-0 md:grid-cols-[32px_minmax(0,1fr)_auto_84px]"
              >
                <span className="grid size-8 place-items-center rounded-full bg-muted text-muted-foreground">
                  <Icon aria-hidden className="size-4" />
                </span>
                <span className="min-w-0">
                  <b className="block truncate font-semibold" title={title}>
                    {title}
                  </b>
                  <span className="block text-muted-foreground">{reason}</span>
                </span>
                <span className="text-right">
                  <b className="fig block font-semibold">{formatMoney(step.amountMinor, currency)}</b>
                  <span className="text-meta text-muted-foreground">
                    {days === null ? 'Unapplied' : <Late days={days} bounds={bounds} />}
                  </span>
                </span>
                <Link
                  href={href}
                  aria-label={`${action}: ${title}`}
                  className={buttonClass({ size: 'sm' }, 'justify-center max-md:col-span-3 max-md:h-11!')}
                >
                  {action}
                </Link>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
