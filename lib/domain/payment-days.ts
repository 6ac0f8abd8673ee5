/** Days that one column of the histogram spans. */
const BIN_DAYS = 5;
/** Days from the due day of the last columns that are not open; what is earlier or later is in the open ones. */
const [EARLIEST, LATEST] = [-15, 60];

/** A column of the histogram: days from due to payment, both included; null where it is open. */
export interface DayBin {
  readonly from: number | null;
  readonly to: number | null;
}

/** The columns, earliest first: up to 15 days early, then 5 days each with the due day the last of its own, then over 60 late. */
export const DAY_BINS: readonly DayBin[] = [
  { from: null, to: EARLIEST },
  ...Array.from({ length: (LATEST - EARLIEST) / BIN_DAYS }, (_, i) => ({
    from: EARLIEST + i * BIN_DAYS + 1,
    to: EARLIEST + (i + 1) * BIN_DAYS,
  })),
  { from: LATEST + 1, to: null },
];

/** Index of the column of so many days from due to payment. Its SQL twin is `width_bucket` over `BIN_STARTS`. */
export function dayBinOf(days: number): number {
  return BIN_STARTS.filter((start) => days >= start).length;
}

/** The first day of every column but the first. */
export const BIN_STARTS: readonly number[] = DAY_BINS.flatMap(({ from }) => (from === null ? [] : [from]));
