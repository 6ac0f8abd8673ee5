import { z } from 'zod/mini';
import type { CustomerOption } from '@/db/queries/customers';

const options = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    code: z.nullable(z.string()),
    currency: z.string(),
    termsDays: z.number(),
  }),
);

/** The customers of an answer. @throws ZodError when it is no list of them. */
export function readOptions(answer: unknown): CustomerOption[] {
  return options.parse(answer);
}
