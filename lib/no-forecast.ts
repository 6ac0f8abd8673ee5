/** Why a page does without the forecast of cash. */
export type NoForecast =
  | {
      /** `late`: it took longer than a page waits. */
      readonly why: 'late' | 'failed';
      /** Under it the log tells more. */
      readonly id: string;
    }
  /** Nobody has paid an invoice yet, so there is no habit to go by. */
  | { readonly why: 'unpaid' };

/** What happened to it, in a sentence. */
export function noForecastWords(missing: NoForecast): string {
  if (missing.why === 'failed') return `The forecast could not be made (error ${missing.id}).`;
  return missing.why === 'late'
    ? 'The forecast took too long and was stopped.'
    : 'No invoice has been paid yet, so nothing says how long customers take.';
}
