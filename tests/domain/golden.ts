/** Worked examples that were reckoned by hand. Amounts are minor units; days are written YYYY-MM-DD. */
export const GOLDEN = {
  agingEdges: {
    asOf: '2026-03-31',
    rows: [
      { due: '2026-05-15', days: -45, bucket: 'Current' },
      { due: '2026-04-01', days: -1, bucket: 'Current' },
      { due: '2026-03-31', days: 0, bucket: 'Current' },
      { due: '2026-03-30', days: 1, bucket: '1–30' },
      { due: '2026-03-01', days: 30, bucket: '1–30' },
      { due: '2026-02-28', days: 31, bucket: '31–60' },
      { due: '2026-01-30', days: 60, bucket: '31–60' },
      { due: '2026-01-29', days: 61, bucket: '61–90' },
      { due: '2025-12-31', days: 90, bucket: '61–90' },
      { due: '2025-12-30', days: 91, bucket: '91–120' },
      { due: '2025-12-01', days: 120, bucket: '91–120' },
      { due: '2025-11-30', days: 121, bucket: '120+' },
    ],
  },
  agingLeap: [
    { asOf: '2028-03-01', due: '2028-02-29', days: 1 },
    { asOf: '2028-03-01', due: '2028-02-28', days: 2 },
    { asOf: '2027-03-01', due: '2027-02-28', days: 1 },
    { asOf: '2028-12-31', due: '2028-01-01', days: 365 },
    { asOf: '2027-12-31', due: '2027-01-01', days: 364 },
  ],
  /** One invoice, what came of it, and what was open of it; in the variant the first payment bounces. */
  asOf: {
    invoice: { amount: 100_000, date: '2026-01-05', due: '2026-02-04' },
    payment: { amount: 40_000, on: '2026-02-20' },
    creditMemo: { amount: 10_000, on: '2026-03-10' },
    lastPayment: { amount: 50_000, on: '2026-04-02' },
    expect: [
      { asOf: '2026-01-31', open: 100_000, days: -4, bucket: 0 },
      { asOf: '2026-02-28', open: 60_000, days: 24, bucket: 1 },
      { asOf: '2026-03-31', open: 50_000, days: 55, bucket: 2 },
      { asOf: '2026-04-30', open: 0, days: 85, bucket: null },
    ],
    bounce: {
      on: '2026-03-05',
      expect: [
        { asOf: '2026-02-28', open: 60_000 },
        { asOf: '2026-03-31', open: 90_000 },
      ],
    },
  },
  tieOut: {
    asOf: '2026-03-31',
    open: [
      { number: 'A', due: '2026-04-10', open: 120_000, days: -10 },
      { number: 'B', due: '2026-03-15', open: 80_000, days: 16 },
      { number: 'C', due: '2026-01-20', open: 50_000, days: 70 },
      { number: 'D', due: '2025-10-01', open: 30_000, days: 181 },
    ],
    unapplied: -70_000,
    expect: { buckets: [120_000, 80_000, 0, 50_000, 0, 30_000], credits: -70_000, total: 210_000 },
  },
  /** Three open invoices and what a receipt does to them, oldest due first. */
  allocation: {
    invoices: [
      { number: 'A', due: '2026-01-10', open: 30_000 },
      { number: 'B', due: '2026-01-20', open: 20_000 },
      { number: 'C', due: '2026-02-01', open: 50_000 },
    ],
    receipts: [
      { receipt: 60_000, parts: { A: 30_000, B: 20_000, C: 10_000 }, unapplied: 0 },
      { receipt: 110_000, parts: { A: 30_000, B: 20_000, C: 50_000 }, unapplied: 10_000 },
      { receipt: 30_000, parts: { A: 30_000 }, unapplied: 0 },
      { receipt: 1, parts: { A: 1 }, unapplied: 0 },
    ],
  },
  split: [
    { total: 10_000, weights: [1, 1, 1], parts: [3_334, 3_333, 3_333] },
    { total: 5, weights: [3, 3, 4], parts: [2, 1, 2] },
    { total: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
    { total: 1, weights: [1, 1], parts: [1, 0] },
    { total: -10_000, weights: [1, 1, 1], parts: [-3_334, -3_333, -3_333] },
  ],
  /** An invoice of EUR 10,000.00 in books of US dollars, revalued at a month's end and then settled, all or in part. */
  fx: {
    invoice: { amount: 1_000_000, rate: '1.10', base: 1_100_000 },
    monthEnd: { rate: '1.15', unrealised: 50_000 },
    settle: { rate: '1.12', base: 1_120_000, realised: 20_000 },
    partial: {
      settled: 400_000,
      rate: '1.12',
      realised: 8_000,
      open: 600_000,
      at: '1.15',
      unrealised: 30_000,
    },
  },
  /** 2/10 net 30: what of an invoice a payment within the ten days settles. */
  discount: [
    { open: 100_000, paid: 98_000, settles: 100_000 },
    { open: 100_000, paid: 49_000, settles: 50_000 },
    { open: 100_000, paid: 10_000, settles: 10_204 },
    { open: 33_333, paid: 32_666, settles: 33_333 },
  ],
  /** At most 1.00 and at most 0.5 % of the invoice is written off by itself. */
  tolerance: {
    amount: 100,
    percent: '0.5',
    cases: [
      { invoice: 100_000, paid: 99_960, writtenOff: true },
      { invoice: 10_000, paid: 9_940, writtenOff: false },
      { invoice: 100_000, paid: 99_899, writtenOff: false },
      { invoice: 100_000, paid: 100_040, writtenOff: false },
    ],
  },
  lateInterest: { principal: 1_000_000, percent: '10.15', days: 45, interest: 12_514 },
  /** Balances of five ages and what is expected to be lost of each, in units. */
  provision: {
    rows: [
      { gross: 15_000_000, rate: '0.3', loss: 45_000 },
      { gross: 7_500_000, rate: '1.6', loss: 120_000 },
      { gross: 4_000_000, rate: '3.6', loss: 144_000 },
      { gross: 2_500_000, rate: '6.6', loss: 165_000 },
      { gross: 1_000_000, rate: '10.6', loss: 106_000 },
    ],
    total: 580_000,
  },
  /** What of a month's sales stood at each age, and was lost in the end; the rates, and what they make of balances in units, in cents. */
  rollRate: {
    balances: [100_000, 50_000, 23_000, 8_000, 2_000],
    lost: 2_000,
    rates: [2, 4, 8.6957, 25, 100],
    apply: [300_000, 140_000, 60_000, 23_000, 5_000],
    allowance: 2_756_739,
  },
  dso: {
    simple: { ar: 15_000_000, sales: 180_000_000, days: 365, dso: 30.42 },
    best: { current: 12_000_000, dso: 24.33, delinquent: 6.08 },
  },
  /** Newest month first: its sales and its days. Null: more is owed than these months sold. */
  countBack: [
    {
      ar: 212_000,
      months: [
        [100_000, 30],
        [80_000, 30],
        [70_000, 30],
      ],
      dso: 73.71,
    },
    {
      ar: 2_100_000,
      months: [
        [900_000, 31],
        [800_000, 28],
        [700_000, 31],
      ],
      dso: 76.71,
    },
    {
      ar: 780_000,
      months: [
        [300_000, 31],
        [270_000, 30],
        [260_000, 31],
      ],
      dso: 86.04,
    },
    {
      ar: 500_000,
      months: [
        [100_000, 31],
        [100_000, 30],
        [100_000, 31],
      ],
      dso: null,
    },
    { ar: 0, months: [[100_000, 31]], dso: 0 },
    {
      ar: 50_000,
      months: [
        [0, 31],
        [100_000, 30],
      ],
      dso: 46,
    },
  ],
  cei: [
    { beginning: 200_000, sales: 150_000, months: 1, ending: 180_000, current: 120_000, cei: 73.91 },
    { beginning: 200_000, sales: 450_000, months: 3, ending: 180_000, current: 120_000, cei: 73.91 },
    { beginning: 200_000, sales: 1_800_000, months: 12, ending: 180_000, current: 120_000, cei: 73.91 },
    { beginning: 200_000, sales: 150_000, months: 1, ending: 120_000, current: 120_000, cei: 100 },
    { beginning: 0, sales: 0, months: 1, ending: 0, current: 0, cei: null },
  ],
  /** Amounts and the days they took. */
  late: {
    rows: [
      [100_000, 0],
      [300_000, 20],
      [50_000, -5],
    ],
    days: 12.78,
  },
  velocity: {
    rows: [
      [100_000, 20],
      [300_000, 40],
    ],
    days: 35,
  },
  turnover: { sales: 1_800_000, average: 150_000, times: 12 },
  /** Thousandths of a unit, as cents: half away from zero. */
  rounding: [
    { thousandths: 2_345, cents: 235 },
    { thousandths: 2_355, cents: 236 },
    { thousandths: -2_345, cents: -235 },
    { thousandths: 1_005, cents: 101 },
  ],
  terms: [
    { date: '2026-01-31', net: 30, due: '2026-03-02' },
    { date: '2028-01-31', net: 30, due: '2028-03-01' },
    { date: '2025-12-31', net: 60, due: '2026-03-01' },
    { date: '2026-03-01', net: 10, due: '2026-03-11' },
  ],
  recurringAnchor31: {
    start: '2026-01-31',
    months: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
  },
  today: {
    instant: '2026-03-01T04:30:00Z',
    zones: {
      UTC: '2026-03-01',
      'America/New_York': '2026-02-28',
      'America/Los_Angeles': '2026-02-28',
      'Europe/Berlin': '2026-03-01',
      'Asia/Kolkata': '2026-03-01',
      'Asia/Tokyo': '2026-03-01',
      'Pacific/Kiritimati': '2026-03-01',
    },
  },
  minorUnits: {
    zero: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
    three: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
    four: 'CLF UYW'.split(' '),
    /** Intl gives these other decimals than ISO 4217 does. */
    unlikeIntl: 'AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' '),
    format: [
      { code: 'JPY', minor: 1_234, text: '1234' },
      { code: 'USD', minor: 1_234, text: '12.34' },
      { code: 'KWD', minor: 1_234, text: '1.234' },
      { code: 'CLF', minor: 1_234, text: '0.1234' },
      { code: 'COP', minor: 123_456, text: '1234.56' },
    ],
  },
} as const;
