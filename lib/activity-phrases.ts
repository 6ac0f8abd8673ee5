import { amountOf, textOf } from './activity-fields';
import { isPlainDate } from './domain/dates';
import { formatCount, formatDay } from './format';

/** Something that somebody did, as the activity keeps it. */
export interface ActivityDeed {
  readonly verb: string;
  readonly actorName: string;
  /** The customer concerned; null when it concerned none. */
  readonly customer: string | null;
  /** The document that it was done to, where there is one. */
  readonly document: { readonly number: string; readonly currency: string } | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A piece of a sentence: plain words, or the name of what can be opened. */
export type Word = string | { readonly names: 'document' | 'customer'; readonly text: string };

/** The document of a deed by its number. */
export function document({ document: known, before, after }: ActivityDeed): Word {
  const number = textOf(after, 'number') ?? textOf(before, 'number') ?? known?.number;
  return number === undefined ? 'a document' : { names: 'document', text: number };
}

/** The customer of a deed after a preposition; nothing where there is none. */
export function customer(preposition: string, { customer: name }: ActivityDeed): Word[] {
  return name === null ? [] : [preposition, { names: 'customer', text: name }];
}

/** " for INV-00007", where a deed names a document. */
export function forDocument(deed: ActivityDeed): Word[] {
  return (textOf(deed.after, 'number') ?? textOf(deed.before, 'number')) ? [' for ', document(deed)] : [];
}

/** ": " and the words of a field; nothing without them. */
export function because(facts: unknown, field: string): string {
  const words = textOf(facts, field);
  return words === null ? '' : `: ${words}`;
}

/** ", $250.00", where a record names an amount. */
export function comma(facts: unknown): string {
  const amount = amountOf(facts);
  return amount === null ? '' : `, ${amount}`;
}

/** The template with the counted noun in place of `$`; nothing when that is not a number. */
export function count(facts: unknown, field: string, template: string, noun: string): string {
  const value = Number(textOf(facts, field) ?? Number.NaN);
  return Number.isFinite(value) ? template.replace('$', () => formatCount(value, noun)) : '';
}

/** A preposition and the day of a field in words; nothing where it is none. */
export function dayIn(facts: unknown, field: string, preposition: string): string {
  const day = textOf(facts, field);
  return day !== null && isPlainDate(day) ? preposition + formatDay(day) : '';
}
