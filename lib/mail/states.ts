/**
 * How far a mail has come. `sending`: a worker is at it. `sent`: the mail server took it. `kept`: there is no mail server, so it can
 * only be read here. `failed`: given up. `bounced` and `complained`: heard of after it was sent. `cancelled`: taken back, or
 * of no use any more.
 */
export type MailState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'kept'
  | 'failed'
  | 'bounced'
  | 'complained'
  | 'cancelled';

/** What became of one attempt, or was heard afterwards. `unknown`: its worker was lost, so it may have arrived. */
export type AttemptOutcome =
  | 'sent'
  | 'kept'
  | 'deferred'
  | 'refused'
  | 'unknown'
  | 'cancelled'
  | 'bounced'
  | 'complained';
