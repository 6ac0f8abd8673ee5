import { z } from 'zod';

/** The form of a new beneficiary, as people type it. */
export const createBeneficiaryInput = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.'),
  category: z
    .string()
    .trim()
    .max(100, 'Use at most 100 characters.')
    .transform((text) => text || null),
  birthYear: z
    .string()
    .trim()
    .regex(/^(?:(?:19|20|21)\d\d)?$/, 'Enter a year of four digits, such as 2014.')
    .transform((year) => (year === '' ? null : Number(year))),
  customerId: z.union([z.literal('').transform(() => null), z.uuid('Choose a customer of the list.')]),
});

/** The form of a beneficiary's facts: the same, and who it is. */
export const updateBeneficiaryInput = createBeneficiaryInput.extend({ beneficiaryId: z.uuid() });

export const beneficiaryIdInput = z.object({ beneficiaryId: z.uuid() });
