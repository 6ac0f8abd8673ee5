/** ISO 4217 codes whose smallest unit is not a hundredth, by number of decimals (ISO 4217 list one). */
const DECIMALS: Readonly<Record<string, number>> = {
  ...withDecimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withDecimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withDecimals(4, 'CLF UYW'),
};

/** Every ISO 4217 currency that money can be held in, and the five withdrawn since 2023 that old books still carry. */
export const CURRENCIES: readonly string[] = (
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP ' +
  'GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW ' +
  'KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD ' +
  'NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE ' +
  'SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED ' +
  'VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL'
).split(' ');

const KNOWN = new Set(CURRENCIES);

/** Whether `code` is an ISO 4217 currency this product keeps books in. Upper case only. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/**
 * Decimals of a currency's smallest unit: 2 for USD, 0 for JPY, 3 for KWD, 4 for CLF. Our own table,
 * because Intl follows everyday usage and disagrees with ISO 4217 on some twenty currencies.
 * @throws RangeError for an unknown code.
 */
export function decimalsOf(currency: string): number {
  if (!KNOWN.has(currency)) throw new RangeError(`Unknown currency: ${currency}`);
  return DECIMALS[currency] ?? 2;
}

function withDecimals(decimals: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, decimals]));
}
