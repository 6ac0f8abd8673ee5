/** How far a customer's own payments count against those of everybody: chosen per organization by its own backtest. */
export interface Pooling {
  readonly name: PoolingName;
  /** Days in which a customer's payments fade to a third. */
  readonly customerDays: number;
  /** Payments of everybody that its own are weighed against; `Infinity` when its own do not count. */
  readonly customerStrength: number;
  /** Likewise those due on a day of the week, against all its own. */
  readonly weekdayDays: number;
  readonly weekdayStrength: number;
  /** Likewise those due on a day of the month, and those of a size due on a day of the week; `Infinity` leaves them out. */
  readonly monthDayStrength: number;
  readonly sizeStrength: number;
  /** Days over which a payment tells of its neighbours; 0 when payers keep to days exactly. */
  readonly spreadDays: number;
}

/** Everybody alike; each customer by weekday; the same with payments scattered about; each customer's finest habits. */
export const POOLING_NAMES = ['organization', 'customer', 'scattered', 'detailed'] as const;

/** The name of a pooling. */
export type PoolingName = (typeof POOLING_NAMES)[number];

const NEVER = Number.POSITIVE_INFINITY;

/** Each customer by weekday: what is used before a backtest has chosen, as it was best on real books. */
export const USUAL_POOLING: Pooling = {
  name: 'customer',
  customerDays: 120,
  customerStrength: 1,
  weekdayDays: NEVER,
  weekdayStrength: 25,
  monthDayStrength: NEVER,
  sizeStrength: NEVER,
  spreadDays: 0,
};

/** The choices, the strongest pooling first; the figures are those of docs/decisions/0007-forecast.md. */
export const POOLINGS: readonly Pooling[] = [
  {
    name: 'organization',
    customerDays: 120,
    customerStrength: NEVER,
    weekdayDays: NEVER,
    weekdayStrength: NEVER,
    monthDayStrength: NEVER,
    sizeStrength: NEVER,
    spreadDays: 0,
  },
  USUAL_POOLING,
  {
    name: 'scattered',
    customerDays: 500,
    customerStrength: 1,
    weekdayDays: 120,
    weekdayStrength: 25,
    monthDayStrength: NEVER,
    sizeStrength: NEVER,
    spreadDays: 3,
  },
  { ...USUAL_POOLING, name: 'detailed', monthDayStrength: 15, sizeStrength: 15 },
];
