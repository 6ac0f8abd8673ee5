/** Why a page does without the forecast of cash, and the id under which the log tells more. */
export interface NoForecast {
  /** `late`: it took longer than a page waits. */
  readonly why: 'late' | 'failed';
  readonly id: string;
}
