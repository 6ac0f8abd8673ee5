/**
 * Ways to pay from the portal: a bank transfer that staff confirm, a card through Stripe, and in sample books a button
 * that pays nothing.
 */
export const PAYMENT_PROVIDERS = ['transfer', 'stripe', 'test'] as const;

export type PaymentProvider = (typeof PAYMENT_PROVIDERS)[number];
