import { z } from 'zod';
import type { BilledLine } from '@/db/commands/fill-lines';
import type { LineInput } from '@/lib/domain/invoice-lines';
import type { TermLine } from '@/lib/domain/payment-terms';
import { malformed } from '../_api/api-error';
import { Amount, Decimal, readAmount, readDecimal, text } from '../_api/fields';

/** One line of a credit memo to post. */
export const NewLine = z.strictObject({
  description: text(500),
  quantity: Decimal.default('1'),
  unit_price: Amount,
  tax_percent: Decimal.default('0'),
});

/** One line of an invoice: as it is, or by a service that gives what is left out. */
export const NewBilledLine = z.strictObject({
  service_id: z.uuid().optional().meta({
    description: 'Gives description, price and tax where they are left out.',
  }),
  beneficiary_id: z.uuid().optional().meta({ description: 'On whose behalf it was given.' }),
  description: text(500).optional(),
  quantity: Decimal.default('1'),
  unit_price: Amount.optional(),
  tax_percent: Decimal.optional(),
});

const After = {
  months: z.int().min(0).max(120).default(0),
  day_of_month: z
    .int()
    .min(1)
    .max(31)
    .optional()
    .meta({ description: 'Taken after the months: 15 is the 15th, 31 the last day of the month.' }),
  days: z
    .int()
    .min(0)
    .max(3_650)
    .default(0)
    .meta({ description: 'After the months and the day of the month.' }),
};

/** Payment terms line by line: a share, and how long after the invoice date it is due. */
export const TermsLines = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.enum(['percent_of_total', 'percent_of_remaining']),
        ratio: Decimal.meta({ description: '0.4 is 40 %.' }),
        divisor: Decimal.optional().meta({
          description: '1 / ratio, where no decimal is exact: 3 for a third.',
        }),
        ...After,
      }),
      z.strictObject({ kind: z.literal('fixed'), amount: Amount, ...After }),
      z.strictObject({ kind: z.literal('remainder'), ...After }),
    ]),
  )
  .min(1)
  .max(36);

/** Lines as posting takes them. @throws ApiError 400 for a quantity, price or tax rate that is none. */
export function readLines(lines: z.output<typeof NewLine>[] = [], currency: string): LineInput[] {
  return lines.map((line, i) => ({
    description: line.description,
    quantity: readDecimal(line.quantity, `lines.${i}.quantity`),
    unitPriceMinor: readAmount(line.unit_price, currency, `lines.${i}.unit_price`),
    taxPercent: readTaxPercent(line.tax_percent, `lines.${i}.tax_percent`),
  }));
}

/** As `readLines`, of lines that may leave to a service what they do not say. */
export function readBilledLines(
  lines: readonly z.output<typeof NewBilledLine>[] = [],
  currency: string,
): BilledLine[] {
  return lines.map(({ service_id, beneficiary_id, description, quantity, unit_price, tax_percent }, i) => ({
    serviceId: service_id,
    beneficiaryId: beneficiary_id,
    description,
    quantity: readDecimal(quantity, `lines.${i}.quantity`),
    unitPriceMinor:
      unit_price === undefined ? undefined : readAmount(unit_price, currency, `lines.${i}.unit_price`),
    taxPercent: tax_percent === undefined ? undefined : readTaxPercent(tax_percent, `lines.${i}.tax_percent`),
  }));
}

/** A tax rate in percent, from 0 to 1000. @throws ApiError 400 when it is none. */
export function readTaxPercent(value: z.output<typeof Decimal>, field: string): string {
  const percent = readDecimal(value, field);
  if (percent.startsWith('-') || Number(percent) > 1_000)
    throw malformed(`${field}: must be from 0 to 1000.`, field);
  return percent;
}

/** Payment terms as posting takes them. @throws ApiError 400 for a ratio or amount that is none. */
export function readTerms(lines: z.output<typeof TermsLines>, currency: string): TermLine[] {
  return lines.map((line, i) => {
    const after = { months: line.months, dayOfMonth: line.day_of_month, days: line.days };
    if (line.kind === 'remainder') return { kind: line.kind, ...after };
    if (line.kind === 'fixed') {
      const amountMinor = readAmount(line.amount, currency, `terms_lines.${i}.amount`);
      return { kind: line.kind, amountMinor, ...after };
    }
    const ratio = readDecimal(line.ratio, `terms_lines.${i}.ratio`);
    const divisor =
      line.divisor === undefined ? undefined : readDecimal(line.divisor, `terms_lines.${i}.divisor`);
    return { kind: line.kind, ratio, divisor, ...after };
  });
}
