import type { HealthBand } from '@/lib/domain/health';
import { HEALTH_BANDS } from '@/lib/health-words';

/** The color of each band; the word always stands beside it. */
export const HEALTH_TONES: Readonly<Record<HealthBand, string>> = {
  at_risk: 'text-destructive',
  watch: 'text-warning',
  healthy: 'text-positive',
};

/** "At risk", "Watch", "Healthy"; a dash where too little is known. */
export function HealthWord({ band }: { readonly band: HealthBand | null }) {
  if (band === null)
    return (
      <span className="z" title="Not enough history">
        –
      </span>
    );
  return <span className={`font-medium ${HEALTH_TONES[band]}`}>{HEALTH_BANDS[band]}</span>;
}
