import { z } from 'zod';
import { type Minor, plainDecimal } from '@/lib/domain/money';
import { typedFee } from '@/lib/typed-money';

/** A limit in money as typed; empty for none. Read it with `limitOf`. */
export const typedLimit = z.string().trim().max(60);

/** A percentage from 0 to `most` as typed, as exact decimal text; null when empty. */
export function typedPercent(most: number) {
  return z
    .string()
    .trim()
    .transform((text) => plainDecimal(text) || null)
    .refine(
      (text) => text === null || (/^\d{1,4}(\.\d{1,6})?$/.test(text) && Number(text) <= most),
      `Write a percentage from 0 to ${most}, such as 1.5, or leave it empty.`,
    );
}

/** The limit in minor units; null for none. @throws Refusal `invalid` for what is no amount, or below zero. */
export function limitOf(typed: string, currency: string, field: string): Minor | null {
  return typed === '' ? null : typedFee(typed, currency, field);
}
