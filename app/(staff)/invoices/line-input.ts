import { z } from 'zod';
import { QUANTITY, TAX_PERCENT } from '@/lib/domain/invoice-draft';
import { toMinor } from '@/lib/domain/money';

const line = z.strictObject({
  description: z.string().trim().min(1).max(500),
  quantity: z.string().regex(QUANTITY),
  unitPriceMinor: z.int().transform(toMinor),
  taxPercent: z.string().regex(TAX_PERCENT),
  serviceId: z.uuid().optional(),
  beneficiaryId: z.uuid().optional(),
});

/** A field that carries JSON. */
export const json = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'Reload the page and try again.' });
    return z.NEVER;
  }
});
/** The lines of an invoice as the editor sends them. */
export const lines = json.pipe(
  z.array(line).min(1, 'Write at least one line.').max(200, 'Use at most 200 lines.'),
);
