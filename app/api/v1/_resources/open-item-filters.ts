import { z } from 'zod';
import type { ItemFilter } from '@/db/queries/open-items';
import { CREDIT_KINDS, DEBIT_KINDS, type DocumentKind } from '@/lib/domain/documents';
import { malformed } from '../_api/api-error';
import { Day, readAmount } from '../_api/fields';

/** Which open items are meant, beyond whose they are. */
export const OpenItemFilters = {
  kinds: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Kinds of documents, separated by commas.', examples: ['payment,credit_memo'] }),
  start_date: Day.optional().meta({ description: 'First document date.' }),
  end_date: Day.optional().meta({ description: 'Last document date.' }),
  min_open: z.string().max(30).optional().meta({ description: 'The least that is open, either way.' }),
  max_open: z.string().max(30).optional(),
};

const Query = z.object(OpenItemFilters);

/** The filters as the query takes them. @throws ApiError 400 for a kind or an amount that is none. */
export function readItemFilters(query: z.output<typeof Query>, currency: string): ItemFilter {
  const { kinds, start_date, end_date, min_open, max_open } = query;
  return {
    ...(kinds === undefined ? {} : { kinds: kinds.split(',').map(readKind) }),
    ...(start_date ? { from: start_date } : {}),
    ...(end_date ? { to: end_date } : {}),
    ...(min_open === undefined ? {} : { minMinor: readAmount(min_open, currency, 'min_open') }),
    ...(max_open === undefined ? {} : { maxMinor: readAmount(max_open, currency, 'max_open') }),
  };
}

function readKind(written: string): DocumentKind {
  const kinds = [...DEBIT_KINDS, ...CREDIT_KINDS];
  const kind = kinds.find((each) => each === written);
  if (!kind) throw malformed(`kinds: must be of ${kinds.join(', ')}.`, 'kinds');
  return kind;
}
