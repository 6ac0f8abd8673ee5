import { z } from 'zod';

export const bankDetailsInput = z.object({
  words: z.string().trim().max(2_000, 'Use at most 2,000 characters.').default(''),
});

/** The keys of an account at Stripe, as its dashboard shows them. */
export const gatewayInput = z.object({
  secretKey: z
    .string()
    .trim()
    .regex(/^(sk|rk)_[\w]{8,250}$/, 'Paste the secret key. It begins with sk_ or rk_.'),
  webhookSecret: z
    .string()
    .trim()
    .regex(/^whsec_[\w]{8,250}$/, 'Paste the signing secret of the webhook. It begins with whsec_.'),
});

export const noGatewayInput = z.object({});
