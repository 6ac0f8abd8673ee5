import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf } from '@/lib/domain/aging';
import { addDays, daysBetween, isPlainDate, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import type { Observation } from '@/lib/domain/forecast/past-forecasts';
import { slippingOf } from '@/lib/domain/forecast/slipping';
import { linesTotal } from '@/lib/domain/invoice-lines';
import { sumOf } from '@/lib/domain/money';
import { weekdayOf } from '@/lib/sample/calendar';
import { generateSample, SAMPLE_INVOICES, SAMPLE_SEED } from '@/lib/sample/generate-sample';
import type { SampleEvent, SamplePlan } from '@/lib/sample/plan';
import { createRandom, drawer } from '@/lib/sample/random';
import { openInvoices, replay } from '@/lib/sample/replay';

const TODAY = toPlainDate('2026-11-20');
const FIRST = toPlainDate('2020-01-01');

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const todays = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays(FIRST, days));
const counts = fc.integer({ min: 1, max: 350 });

/** How a customer paid, payment by payment. */
function delaysOf(key: string, events: SamplePlan['events']): Observation[] {
  const due = new Map(events.flatMap((e) => (e.kind === 'invoice' ? [[e.key, e] as const] : [])));
  return events.flatMap((event) =>
    event.kind === 'payment' && event.customer === key
      ? event.parts.flatMap(({ invoice, amountMinor }) => {
          const { dueOn, amountMinor: whole } = due.get(invoice) ?? {};
          if (!dueOn || !whole) return [];
          const paidOn = dayNumber(event.day);
          const settled = { customerId: key, paidOn, countsFrom: paidOn, isLoss: false };
          return [{ ...settled, dueOn: dayNumber(dueOn), amountMinor: whole, share: amountMinor / whole }];
        })
      : [],
  );
}

function ofKind<K extends SampleEvent['kind']>(plan: SamplePlan, kind: K) {
  return plan.events.filter((event): event is Extract<SampleEvent, { kind: K }> => event.kind === kind);
}

test('the same seed and day tell the same story, another seed another one', () => {
  const once = generateSample(7, TODAY, 300);
  expect(generateSample(7, TODAY, 300)).toEqual(once);
  expect(generateSample(8, TODAY, 300)).not.toEqual(once);
});

describe('whatever the seed, the day and the size', () => {
  const property = (check: (plan: SamplePlan, today: PlainDate, count: number) => void) =>
    fc.assert(
      fc.property(seeds, todays, counts, (seed, today, count) =>
        check(generateSample(seed, today, count), today, count),
      ),
      { numRuns: 20 },
    );

  test('there are as many invoices as asked for, and every document has a key of its own', () =>
    property((plan, _, count) => {
      expect(ofKind(plan, 'invoice')).toHaveLength(count);
      const keys = plan.events.flatMap((event) => ('key' in event ? [event.key] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }));

  test('nothing happens in the future, and everything in order', () =>
    property((plan, today) => {
      const days = plan.events.map((event) => event.day);
      expect(days.every(isPlainDate)).toBe(true);
      expect(days.every((day) => day <= today && day >= addDays(today, -560))).toBe(true);
      expect(days).toEqual(days.toSorted());
      for (const { day, promisedFor } of ofKind(plan, 'promise')) expect(promisedFor > day).toBe(true);
    }));

  test('no money is applied beyond what is open or was received, or across customers or currencies', () =>
    property((plan) => {
      const { openMinor, unappliedMinor } = replay(plan.events);
      const total = (amounts: Iterable<number>) => [...amounts].reduce((sum, amount) => sum + amount, 0);
      const bounced = new Set(ofKind(plan, 'bounce').map((event) => event.payment));
      const credits = [...ofKind(plan, 'payment'), ...ofKind(plan, 'credit_memo')];
      const received = credits.filter(({ key }) => !bounced.has(key)).map(({ amountMinor }) => amountMinor);
      const invoiced = ofKind(plan, 'invoice').map(({ amountMinor }) => amountMinor);
      expect(total(openMinor.values()) - total(unappliedMinor.values())).toBe(
        total(invoiced) - total(received),
      );
    }));

  test('documents are the sum of their lines, on working days, due by the terms', () =>
    property((plan) => {
      const terms = new Map(plan.customers.map(({ key, termsDays }) => [key, termsDays]));
      for (const document of [...ofKind(plan, 'invoice'), ...ofKind(plan, 'credit_memo')]) {
        const { totalMinor, taxMinor } = linesTotal(document.lines);
        expect([totalMinor, taxMinor]).toEqual([document.amountMinor, document.taxMinor]);
        expect(document.amountMinor).toBeGreaterThan(0);
        expect(document.lines.length).toBeLessThanOrEqual(4);
        expect([0, 6]).not.toContain(weekdayOf(document.day));
        if (document.kind === 'invoice')
          expect(daysBetween(document.day, document.dueOn)).toBe(terms.get(document.customer));
      }
    }));

  test('nobody in it can be reached: every address ends in .example, every number is 555-01xx', () =>
    property(({ customers }) => {
      expect(new Set(customers.map(({ name }) => name)).size).toBe(customers.length);
      for (const { email, phone, contacts } of customers)
        for (const person of [{ email, phone }, ...contacts]) {
          expect(person.email).toMatch(/^[a-z.]+@[a-z0-9-]+\.example$/);
          expect(person.phone).toMatch(/ 555 01\d\d$/);
        }
    }));
});

describe('the books that people look around in', () => {
  const plan = generateSample(SAMPLE_SEED, TODAY);
  const payments = ofKind(plan, 'payment');

  test('hold 60 customers, two of them sites of another, a few in euros, three collectors', () => {
    expect(plan.customers).toHaveLength(60);
    expect(plan.customers.filter(({ parent }) => parent !== null)).toHaveLength(2);
    expect(plan.customers.filter(({ currency }) => currency === 'EUR')).toHaveLength(4);
    expect(new Set(plan.customers.map(({ owner }) => owner)).size).toBe(3);
    expect(new Set(plan.customers.map(({ habit }) => habit)).size).toBe(7);
    expect(new Set(plan.customers.map(({ termsDays }) => termsDays))).toEqual(new Set([14, 30, 45, 60]));
    expect(plan.customers[0]?.name).toBe('Brightwater Hotels');
  });

  test('show everything that can happen to money', () => {
    expect(ofKind(plan, 'invoice')).toHaveLength(SAMPLE_INVOICES);
    expect(payments.filter(({ parts }) => parts.length > 1).length).toBeGreaterThan(100);
    expect(
      [...replay(plan.events).unappliedMinor.values()].filter((left) => left > 0).length,
    ).toBeGreaterThan(2);
    const open = openInvoices(plan.events);
    expect(open.filter(({ openMinor, amountMinor }) => openMinor < amountMinor).length).toBeGreaterThan(10);
    expect(ofKind(plan, 'credit_memo').length).toBeGreaterThan(20);
    expect(
      [ofKind(plan, 'bounce'), ofKind(plan, 'move'), ofKind(plan, 'dispute')].map((e) => e.length),
    ).toEqual([2, 1, 1]);
  });

  test('know promises that were kept, broken, and that still stand', () => {
    const outcome = ({
      day,
      invoice,
      promisedFor,
      amountMinor,
    }: ReturnType<typeof ofKind<'promise'>>[number]) => {
      const came = payments
        .filter((payment) => payment.day > day && payment.day <= promisedFor)
        .flatMap(({ parts }) => parts.filter((part) => part.invoice === invoice));
      if (sumOf(came.map((part) => part.amountMinor)) >= amountMinor) return 'kept';
      return promisedFor < TODAY ? 'broken' : 'stands';
    };
    const outcomes = ofKind(plan, 'promise').map(outcome).toSorted();
    expect(outcomes.filter((word) => word === 'kept')).toHaveLength(6);
    expect(outcomes.filter((word) => word === 'broken')).toHaveLength(4);
    expect(outcomes.filter((word) => word === 'stands')).toHaveLength(4);
  });

  test('look like a usual month whatever day it is', () => {
    for (let month = 0; month < 12; month++) {
      const today = addDays(TODAY, month * 31);
      const { events } = generateSample(SAMPLE_SEED, today);
      const open = openInvoices(events);
      expect(open.length / SAMPLE_INVOICES).toBeGreaterThan(0.115);
      expect(open.length / SAMPLE_INVOICES).toBeLessThan(0.155);
      const inBucket = (index: number) =>
        open.filter(({ dueOn }) => bucketOf(daysBetween(dueOn, today)) === index).length;
      expect(inBucket(0) / open.length).toBeGreaterThan(0.5);
      expect(inBucket(0)).toBeGreaterThan(inBucket(1));
      expect(inBucket(1)).toBeGreaterThan(inBucket(2));
      for (const bucket of [2, 3, 4, 5]) expect(inBucket(bucket)).toBeGreaterThan(0);
    }
  });

  test('have two customers that leave their habit with nothing late, whatever day it is', () => {
    for (let step = 0; step < 6; step++) {
      const today = addDays(TODAY, step * 61);
      const { customers, events } = generateSample(SAMPLE_SEED, today);
      const slipping = customers.filter(({ habit }) => habit === 'slipping').map(({ key }) => key);
      expect(slipping).toHaveLength(2);
      for (const key of slipping) {
        const open = openInvoices(events).filter(({ customer }) => customer === key);
        expect(open.length, `open of ${key} on ${today}`).toBeGreaterThan(0);
        expect(open.filter(({ dueOn }) => dueOn < today)).toEqual([]);
        expect(slippingOf(delaysOf(key, events), dayNumber(today)), `${key} on ${today}`).toMatchObject({
          beforeDays: expect.any(Number),
        });
      }
    }
  });

  test('have a customer whose portal shows something late and something not due', () => {
    const open = openInvoices(plan.events).filter(({ customer }) => customer === plan.portalCustomer);
    expect(open.some(({ dueOn }) => dueOn < TODAY)).toBe(true);
    expect(open.some(({ dueOn }) => dueOn > TODAY)).toBe(true);
    expect(open.length).toBeGreaterThan(2);
  });
});

test('drawing follows the weights, and a fork is a stream of its own', () => {
  const random = createRandom(1);
  const draw = drawer(random, [
    ['often', 3],
    ['never', 0],
    ['seldom', 1],
  ]);
  const drawn = Array.from({ length: 4_000 }, draw);
  expect(drawn.filter((word) => word === 'often').length).toBeGreaterThan(2_850);
  expect(drawn).not.toContain('never');
  expect(createRandom(1).fork('a').next()).not.toBe(createRandom(1).fork('b').next());
  expect(createRandom(1).fork('a').next()).toBe(createRandom(1).fork('a').next());
});
