declare const instant: unique symbol;
/** A moment of the database's clock, in UTC to the microsecond: `YYYY-MM-DDTHH:MM:SS.ffffffZ`. Compares with < and > as text. */
export type Instant = string & { readonly [instant]: true };

const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/** An instant from ISO 8601 text with its offset, of any number of digits; what is finer than a microsecond is cut off. Null when it is none. */
export function parseInstant(text: string): Instant | null {
  const [, toTheSecond, fraction = '', offset] = ISO.exec(text) ?? [];
  const ms = Date.parse(`${toTheSecond}${offset}`);
  if (toTheSecond === undefined || Number.isNaN(ms)) return null;
  const utc = new Date(ms).toISOString();
  // Beyond the years 1 to 9999 the database writes years otherwise, or has none.
  if (utc.length !== 24 || utc.startsWith('0000')) return null;
  // The brand is put on here and nowhere else.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand's constructor
  return `${utc.slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z` as Instant;
}

/** @throws RangeError when `text` is no instant. */
export function toInstant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(`Not an instant: ${text}`);
  return parsed;
}
