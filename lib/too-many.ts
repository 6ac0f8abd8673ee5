/**
 * Somebody is asking too often, or too many are asking at once: 429. Nobody is locked out, and nothing was
 * changed; the same request is welcome after `retryAfterSeconds`. Its message is a sentence for people.
 */
export class TooMany extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
    this.name = 'TooMany';
  }
}
