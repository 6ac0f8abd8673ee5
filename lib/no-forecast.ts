/** Why a page does without the forecast of cash, and the id under which the log tells more. */
export interface NoForecast {
  /** `late`: it took longer than a page waits. */
  readonly why: 'late' | 'failed';
  readonly id: string;
}

/** What happened to it, in a sentence. */
export function noForecastWords({ why, id }: NoForecast): string {
  return why === 'late'
    ? 'The forecast took too long and was stopped.'
    : `The forecast could not be made (error ${id}).`;
}
