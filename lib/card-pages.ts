/** Where the pages stand on which cards are charged: at Stripe, or at the server that speaks its protocol in its place. */
export function cardPagesOrigin(): string {
  const base = process.env.STRIPE_API_BASE;
  return base ? new URL(base).origin : 'https://checkout.stripe.com';
}
