/** What another program can be told of, in the order in which it is offered. */
export const WEBHOOK_EVENTS = [
  'invoice.posted',
  'invoice.paid',
  'invoice.voided',
  'credit_memo.posted',
  'credit_memo.voided',
  'payment.recorded',
  'payment.reversed',
  'customer.created',
  'customer.changed',
  'promise.recorded',
  'promise.cancelled',
  'dispute.opened',
  'dispute.resolved',
  'reminder.sent',
  'import.booked',
] as const;

/** One of them. */
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** How far a delivery has come; `dead`: given up after its last attempt. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'dead';
