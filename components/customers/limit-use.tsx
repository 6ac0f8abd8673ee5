import type { Minor } from '@/lib/domain/money';
import { formatMoney, formatPercent } from '@/lib/format';

interface LimitUseProps {
  readonly limitMinor: Minor;
  readonly owedMinor: Minor;
  readonly currency: string;
}

/** "Credit limit $50,000, 93% used", and a bar; from 90% on in the color of a warning, beyond the limit "108%, over the limit". */
export function LimitUse({ limitMinor, owedMinor, currency }: LimitUseProps) {
  const percent = limitMinor === 0 ? null : (Math.max(0, owedMinor) / limitMinor) * 100;
  const isNear = percent === null ? owedMinor > 0 : percent >= 90;
  const words =
    owedMinor > limitMinor
      ? [percent !== null && formatPercent(percent), 'over the limit'].filter(Boolean).join(', ')
      : `${formatPercent(percent)} used`;
  return (
    <div className="mt-3">
      <div className="flex justify-between text-meta">
        <span className="text-muted-foreground">
          Credit limit <span className="fig">{formatMoney(limitMinor, currency, { cents: false })}</span>
        </span>
        <span className={`fig font-medium ${isNear ? 'text-warning' : ''}`}>{words}</span>
      </div>
      <div aria-hidden className="mt-1.5 h-1.5 overflow-hidden rounded bg-muted">
        <div
          className="h-full rounded bg-(--chart-ink)"
          style={{ width: `${Math.min(100, percent ?? (isNear ? 100 : 0))}%` }}
        />
      </div>
    </div>
  );
}
