import type { Forecast } from '@/db/queries/forecast';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import { describeError, log } from '@/lib/log';
import type { NoForecast } from '@/lib/no-forecast';

/** Milliseconds that a page waits for the forecast; then its statement is stopped. */
export const FORECAST_WITHIN = 15_000;

type ForecastOrWhy =
  | { readonly forecast: Forecast; readonly missing: null }
  | { readonly forecast: null; readonly missing: NoForecast };

/**
 * The forecast, or why there is none: before the first payment, too. A page then tells what falls due, and says so; the log tells
 * what happened, under the same id.
 */
export async function forecastOrWhy(reading: Promise<Forecast>): Promise<ForecastOrWhy> {
  try {
    const forecast = await reading;
    if (forecast.paymentCount < 1) return { forecast: null, missing: { why: 'unpaid' } };
    return { forecast, missing: null };
  } catch (error) {
    const isLate = error instanceof DatabaseUnavailable && error.reason === 'late';
    const id = error instanceof DatabaseUnavailable ? error.digest : crypto.randomUUID().slice(0, 8);
    log(isLate ? 'warn' : 'error', 'forecast_missing', { id, error: describeError(error) });
    return { forecast: null, missing: { why: isLate ? 'late' : 'failed', id } };
  }
}
