import { CURRENCIES } from '@/lib/domain/currencies';

/** A currency to choose: its code, and its name in English. */
export interface CurrencyChoice {
  readonly code: string;
  readonly name: string;
}

const COMMON = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'INR', 'KES', 'JPY'];

/** Every currency to choose, by name, in two groups: those most often chosen, and all others. */
export function currencyChoices(): { common: CurrencyChoice[]; others: CurrencyChoice[] } {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const choice = (code: string) => ({ code, name: names.of(code) ?? code });
  const others = CURRENCIES.filter((code) => !COMMON.includes(code)).map(choice);
  return {
    common: COMMON.map(choice),
    others: others.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

/** Every time zone to choose, UTC first. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}
