import { z } from 'zod';

export const bankDetailsInput = z.object({
  words: z.string().trim().max(2_000, 'Use at most 2,000 characters.').default(''),
});
