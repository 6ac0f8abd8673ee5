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
/** When each event happens, in words. */
export const EVENT_WORDS: Readonly<Record<WebhookEvent, string>> = {
  'invoice.posted': 'An invoice is owed from now on',
  'invoice.paid': 'The last of an invoice was paid or credited',
  'invoice.voided': 'An invoice was taken back',
  'credit_memo.posted': 'A credit memo was posted',
  'credit_memo.voided': 'A credit memo was taken back',
  'payment.recorded': 'Money of a customer was recorded',
  'payment.reversed': 'A payment bounced or was taken back',
  'customer.created': 'A customer was added',
  'customer.changed': 'A customer or its people changed, or it was archived or merged',
  'promise.recorded': 'Somebody promised to pay',
  'promise.cancelled': 'A promise was taken back',
  'dispute.opened': 'A customer contests an invoice',
  'dispute.resolved': 'A dispute ended',
  'reminder.sent': 'A customer was reminded',
  'import.booked': 'A file was booked: its invoices and payments are told of too, its customers are not',
};
