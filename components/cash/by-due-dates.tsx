import { Info, TriangleAlert } from 'lucide-react';
import { TryAgain } from '@/components/try-again';
import { type NoForecast, noForecastWords } from '@/lib/no-forecast';

interface ByDueDatesProps {
  readonly missing: NoForecast;
  readonly className?: string;
}

/** Says that what is shown is made of due days and promises alone, why, and how to have the forecast after all where that can be. */
export function ByDueDates({ missing, className = '' }: ByDueDatesProps) {
  const isNews = missing.why === 'unpaid';
  const Icon = isNews ? Info : TriangleAlert;
  return (
    <p
      role="status"
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 ${isNews ? 'bg-info-soft text-info' : 'bg-warning-soft text-warning'} ${className}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 basis-64">
        <b className="font-medium">By due days and promises alone.</b> {noForecastWords(missing)}
      </span>
      {!isNews && <TryAgain />}
    </p>
  );
}
