import type { Route } from 'next';
import Link from 'next/link';
import type { Minor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

interface SentenceFigureProps {
  readonly amount: Minor;
  readonly currency: string;
  readonly href: Route;
}

/** An amount in the sentence of home, without cents, that leads to the rows behind it. */
export function SentenceFigure({ amount, currency, href }: SentenceFigureProps) {
  return (
    <Link
      href={href}
      className="fig font-semibold text-foreground underline decoration-border-strong decoration-[1.5px] underline-offset-[6px] hover:decoration-primary"
    >
      {formatMoney(amount, currency, { cents: false })}
    </Link>
  );
}
