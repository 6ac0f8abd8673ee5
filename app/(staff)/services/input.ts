import { z } from 'zod';
import { isCurrency } from '@/lib/domain/currencies';
import { TAX_PERCENT } from '@/lib/domain/invoice-draft';
import { plainDecimal } from '@/lib/domain/money';

/** The form of a new service, as people type it. */
export const createServiceInput = z.object({
  name: z.string().trim().min(1, 'Enter the name of the service.').max(100, 'Use at most 100 characters.'),
  description: z
    .string()
    .trim()
    .max(500, 'Use at most 500 characters.')
    .transform((text) => text || null),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  fee: z.string().trim().min(1, 'Enter the fee, or 0 when it differs each time.').max(60),
  taxPercent: z
    .string()
    .trim()
    .transform((text) => plainDecimal(text) || '0')
    .pipe(z.string().regex(TAX_PERCENT, 'Write the tax as a percentage, such as 7.25.'))
    .refine((percent) => Number(percent) <= 1_000, 'Use at most 1,000 percent.'),
});

/** The form of a service's facts: the same, and which it is. Its currency stays. */
export const updateServiceInput = createServiceInput.extend({ serviceId: z.uuid() });

export const serviceIdInput = z.object({ serviceId: z.uuid() });
