import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import {
  type HealthFacts,
  healthBand,
  healthDeductions,
  healthOf,
  paymentScore,
  riskOf,
  wholeDeductions,
} from '@/lib/domain/health';
import { healthReasons, type ReasonFacts } from '@/lib/domain/health-reason';
import { toMinor } from '@/lib/domain/money';
import { HEALTH_BANDS, healthWords } from '@/lib/health-words';
import { holds } from './holds';

const minor = toMinor;
const weighed = (amount: number, days: number) => ({ amountMinor: amount, amountDays: amount * days });
const NONE = weighed(0, 0);

/** Pays on the due day, owes nothing, has no limit and broke nothing. */
const steady: ReasonFacts = {
  settledCount: 3,
  lateRecently: weighed(1_000, 0),
  lateBefore: weighed(1_000, 0),
  openMinor: minor(0),
  pastDueMinor: [0, 0, 0, 0, 0].map(minor),
  pastDue: NONE,
  owedMinor: minor(0),
  creditLimitMinor: null,
  brokenCount: 0,
  bouncedCount: 0,
  oldestDays: null,
  brokenOn: null,
  bouncedOn: null,
};

/** The worked example: 15 days late over the year, 4 days later of late; 2,000 of 10,000 in 1–30, 1,000 in 61–90. */
const worked: ReasonFacts = {
  ...steady,
  lateRecently: weighed(1_000, 17),
  lateBefore: weighed(1_000, 13),
  openMinor: minor(1_000_000),
  pastDueMinor: [200_000, 0, 100_000, 0, 0].map(minor),
  owedMinor: minor(1_000_000),
  creditLimitMinor: minor(1_666_667),
  brokenCount: 1,
  oldestDays: 72,
  brokenOn: toPlainDate('2026-11-12'),
};

test('the worked example: 70, 87.5, 40, 85.7 and 75 make 73.45, watch', () => {
  const health = healthOf(worked);
  expect(health?.parts).toMatchObject({ P: 70, O: 87.5, T: 40, B: 75 });
  expect(health?.parts.U).toBeCloseTo(85.7, 1);
  expect(health?.score).toBeCloseTo(73.45, 2);
  expect(HEALTH_BANDS[healthBand(health?.score ?? 0)]).toBe('Watch');
  expect(riskOf(health?.score ?? 0)).toBeCloseTo(26.55, 2);
});

test.each([
  [-60, 100],
  [-30, 100],
  [0, 80],
  [15, 70],
  [30, 50],
  [45, 45],
  [60, 40],
  [90, 30],
  [120, 20],
  [7.5, 75],
  [150, 10],
  [400, 0],
])('%d days late is a payment score of %d', (days, score) => {
  expect(paymentScore(days)).toBeCloseTo(score, 9);
});

test('what is open and past due counts as late as it is today', () => {
  expect(healthOf({ ...steady, pastDue: weighed(2_000, 60) })?.parts.P).toBe(50);
});

test('parts that there is nothing to say about are left out, and too few invoices say nothing', () => {
  expect(healthOf(steady)).toEqual({
    score: (45 * 80 + 10 * 50 + 10 * 100) / 65,
    parts: { P: 80, O: null, T: 50, U: null, B: 100 },
  });
  expect(healthOf({ ...worked, settledCount: 2 })).toBeNull();
  expect(healthOf({ ...steady, creditLimitMinor: minor(0), owedMinor: minor(5) })?.parts.U).toBe(0);
  const limit = { ...steady, creditLimitMinor: minor(100) };
  const used = [0, 50, 85, 120, 500].map((owed) => healthOf({ ...limit, owedMinor: minor(owed) })?.parts.U);
  expect(used.map((part) => Math.round(part ?? -1))).toEqual([100, 100, 50, 0, 0]);
});

test('bands begin at 80 and 50', () => {
  expect([80, 79.6, 79.4, 50, 49.6, 49.4].map(healthBand)).toEqual([
    'healthy',
    'healthy',
    'watch',
    'watch',
    'watch',
    'at_risk',
  ]);
});

const words = (facts: ReasonFacts) =>
  healthWords(healthReasons(healthOf(facts), facts), toPlainDate('2026-11-20'));

test('the reason is what takes most from the score, in words', () => {
  const overdue = { ...worked, pastDueMinor: [0, 0, 0, 0, 1_000_000].map(minor), oldestDays: 128 };
  expect(words(overdue)).toBe('128 days late, drifting later, +4 days');
  expect(words({ ...steady, brokenCount: 2, brokenOn: toPlainDate('2026-11-12') })).toBe(
    'broke a promise on 12 Nov',
  );
  const bounced = { ...steady, bouncedCount: 2, bouncedOn: toPlainDate('2025-12-01') };
  expect(words(bounced)).toBe('a payment bounced on 1 Dec 2025');
  expect(words(steady)).toBe('pays on the due date');
  expect(words({ ...steady, lateRecently: weighed(1, -4), lateBefore: weighed(1, -6) })).toBe(
    'pays 5 days early',
  );
  expect(words({ ...steady, creditLimitMinor: minor(100), owedMinor: minor(110) })).toContain(
    'at 110% of the limit',
  );
  expect(words({ ...steady, settledCount: 1, oldestDays: 1 })).toBe('1 day late, not enough history');
});

const amount = fc.integer({ min: 0, max: 1_000_000 });
const timed = fc
  .tuple(amount, fc.integer({ min: -60, max: 400 }))
  .map(([money, days]) => weighed(money, days));
const anyFacts: fc.Arbitrary<HealthFacts> = fc
  .record({
    settledCount: fc.integer({ min: 3, max: 50 }),
    lateRecently: timed,
    lateBefore: timed,
    current: amount,
    ages: fc.tuple(amount, amount, amount, amount, amount),
    pastDueDays: fc.integer({ min: 1, max: 400 }),
    credit: amount,
    limit: fc.option(amount),
    brokenCount: fc.nat(6),
    bouncedCount: fc.nat(6),
  })
  .map(({ current, ages, pastDueDays, credit, limit, ...facts }) => {
    const pastDue = ages.reduce((a, b) => a + b, 0);
    return {
      ...facts,
      openMinor: minor(current + pastDue),
      pastDueMinor: ages.map(minor),
      pastDue: weighed(pastDue, pastDueDays),
      owedMinor: minor(current + pastDue - credit),
      creditLimitMinor: limit === null ? null : minor(limit),
    };
  });

holds('health is from 0 to 100, and what the parts take from it makes up the rest', [anyFacts], (facts) => {
  const health = healthOf(facts);
  if (!health) return false;
  const taken = healthDeductions(health).reduce((sum, each) => sum + each.points, 0);
  return health.score >= 0 && health.score <= 100 + 1e-9 && Math.abs(health.score + taken - 100) < 1e-6;
});

holds(
  'as they are written, points and score add up to 100, each within a point of its own',
  [anyFacts],
  (facts) => {
    const health = healthOf(facts);
    if (!health) return false;
    const exact = new Map(healthDeductions(health).map(({ part, points }) => [part, points]));
    const whole = wholeDeductions(health);
    const sum = whole.reduce((all, { points }) => all + points, Number(health.score.toFixed(0)));
    return (
      sum === 100 && whole.every(({ part, points }) => Math.abs(points - (exact.get(part) ?? 0)) < 1 + 1e-9)
    );
  },
);

holds(
  'another broken promise, or a longer lateness of what is open, never makes a customer healthier',
  [anyFacts, fc.integer({ min: 1, max: 200 })],
  (facts, more) => {
    const { amountMinor, amountDays } = facts.pastDue;
    const later = { ...facts, pastDue: { amountMinor, amountDays: amountDays + amountMinor * more } };
    const broken = { ...facts, brokenCount: facts.brokenCount + 1 };
    const score = (healthOf(facts)?.score ?? 0) + 1e-9;
    return [later, broken].every((worse) => (healthOf(worse)?.score ?? 101) <= score);
  },
);

holds(
  'a payment score falls with every day and has no jump',
  [fc.integer({ min: -100, max: 500 })],
  (days) => {
    const drop = paymentScore(days) - paymentScore(days + 1);
    return drop >= 0 && drop < 1.4;
  },
);
