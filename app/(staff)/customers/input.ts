import { z } from 'zod';
import type { CustomerFacts } from '@/db/commands/update-drawn-customer';
import { isCurrency } from '@/lib/domain/currencies';
import { toMinor } from '@/lib/domain/money';
import { parsedJson } from '@/lib/parsed-json';
import { feeFault, typedFee } from '@/lib/typed-money';
import { daysToPay } from '../_fields/days-to-pay';

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .transform((text) => text || null);

/** Each tag once, in whatever case, in their order. */
function distinct(tags: readonly string[]): string[] {
  const keys = tags.map((tag) => tag.toLowerCase());
  return tags.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

const facts = z.object({
  name: z.string().trim().min(1, 'Enter the name of the customer.').max(200, 'Use at most 200 characters.'),
  code: optional(40),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  termsDays: daysToPay,
  creditLimit: optional(60),
  parentId: z.union([z.literal('').transform(() => null), z.uuid('Choose a customer of the list.')]),
  owner: optional(100),
  tags: z
    .string()
    .transform((text) => distinct(text.split(',').flatMap((tag) => tag.trim() || [])))
    .refine((tags) => tags.every((tag) => tag.length <= 40), 'Use at most 40 characters for a tag.')
    .refine((tags) => tags.length <= 50, 'Use at most 50 tags.')
    .default([]),
  email: z.union([
    z.literal('').transform(() => null),
    z.email('Enter an e-mail address such as dana@example.com.').max(254),
  ]),
  phone: optional(60),
  address: optional(500),
  notes: optional(2_000),
});

/** Says that the credit limit is none, whatever else is wrong: all that is to be put right is told at once. */
function checkLimit(form: z.output<typeof facts>, ctx: z.RefinementCtx): void {
  const { creditLimit, currency } = form;
  if (typeof creditLimit !== 'string' || !creditLimit || !isCurrency(currency)) return;
  const message = feeFault(creditLimit, currency);
  if (message !== null) ctx.addIssue({ code: 'custom', path: ['creditLimit'], message });
}

const always = { when: () => true };

/** The form of a new customer, as people type it. */
export const createCustomerInput = facts.superRefine(checkLimit, always);

/** The form as the command takes it. @throws Refusal `invalid` for a credit limit that cannot be read. */
export function toFacts({ creditLimit, ...input }: z.output<typeof createCustomerInput>): CustomerFacts {
  const creditLimitMinor = creditLimit === null ? null : typedFee(creditLimit, input.currency, 'creditLimit');
  return { ...input, creditLimitMinor };
}

const text = z.string().nullable();

/** What the form showed when it was drawn, as it carries it. */
const drawn = z
  .string()
  .transform(parsedJson)
  .pipe(
    z.object({
      name: z.string(),
      code: text,
      parentId: text,
      owner: text,
      tags: z.array(z.string()),
      currency: z.string(),
      termsDays: z.int(),
      creditLimitMinor: z.int().transform(toMinor).nullable(),
      email: text,
      phone: text,
      address: text,
      notes: text,
    }) satisfies z.ZodType<CustomerFacts>,
  );

/** The form of a customer's facts: the same, whose they are, what they were when it was drawn, and the refusal that it shows. */
export const updateCustomerInput = facts
  .extend({ customerId: z.uuid(), drawn, told: z.string() })
  .superRefine(checkLimit, always);

export const customerIdInput = z.object({ customerId: z.uuid() });
