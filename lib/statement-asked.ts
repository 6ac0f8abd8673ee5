import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** Which statement of its own a customer asks for: what is unpaid, or what happened from a day on. */
export interface StatementAsked {
  /** The customer's own when null. */
  readonly currency: string | null;
  /** Null: what is unpaid. Never after today. */
  readonly from: PlainDate | null;
}

/** Reads the address of a statement; `dropped` names what could not be read. */
export function readStatementAsked(
  params: SearchParams,
  today: PlainDate,
): { readonly asked: StatementAsked; readonly dropped: readonly string[] } {
  const { read, dropped } = paramReader(params);
  const day = z
    .string()
    .refine(isPlainDate)
    .refine((from) => from <= today);
  const currency = read('currency', z.string().refine(isCurrency), null);
  const from = read('from', day, null);
  return { asked: { currency, from: from !== null && isPlainDate(from) ? from : null }, dropped };
}
