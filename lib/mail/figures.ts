import { decimalsOf } from '../domain/currencies';
import type { PlainDate } from '../domain/dates';
import { type Minor, toDecimal } from '../domain/money';
import type { MailLanguage } from './languages';
import type { Amount } from './params';

const LOCALES: Readonly<Record<MailLanguage, string>> = {
  en: 'en-US',
  fr: 'fr-FR',
  pt: 'pt-PT',
  es: 'es-ES',
  de: 'de-DE',
};

/** How a language writes an amount with its exact digits, a day in full, and several amounts of different currencies. */
export interface MailFigures {
  readonly money: (amount: Minor, currency: string) => string;
  readonly day: (day: PlainDate) => string;
  readonly amounts: (amounts: readonly Amount[]) => string;
}

/** The figures of a language. */
export function mailFigures(language: MailLanguage): MailFigures {
  const locale = LOCALES[language];
  const money = (amount: Minor, currency: string) => {
    const digits = decimalsOf(currency);
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    const decimal = toDecimal(amount, currency);
    // The decimal text and not the number: exact digits at every size.
    if (!isNumeric(decimal)) throw new RangeError(`Not a decimal number: ${decimal}`);
    return format.format(decimal);
  };
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale);
  return {
    money,
    day: (day) => dayFormat.format(new Date(`${day}T00:00:00Z`)),
    amounts: (amounts) => list.format(amounts.map((each) => money(each.amountMinor, each.currency))),
  };
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
