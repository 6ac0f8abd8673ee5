import { expect, test } from 'vitest';
import { dueDateCash, forecastCash, missed } from '@/bench/forecast/cash';
import { dataFolder, highRadius, ibm } from '@/bench/forecast/data';
import { FROZEN_METHODS, frozenScores, scorerFailures } from '@/bench/forecast/frozen';
import { missedGates } from '@/bench/forecast/gates';
import { chosenPooling, rollingDelays, rollingPredictions } from '@/bench/forecast/rolling';
import { score } from '@/bench/forecast/score';
import { POOLINGS } from '@/lib/domain/forecast/pooling';

const folder = dataFolder();
if (!folder)
  console.warn(
    'The invoices of the forecast benchmark are not here (FORECAST_DATA): nothing to measure it by.',
  );
const data = folder ?? '';
const SETS = [
  ['ibm', ibm],
  ['highradius', highRadius],
] as const;

test.skipIf(!folder).each(SETS)(
  'the scorer gives what frozen predictions on %s were published with',
  (name) => {
    const found = frozenScores(data, name);
    const wrong = FROZEN_METHODS.flatMap((method) => scorerFailures(name, method, found[method]));
    expect(wrong).toEqual([]);
    const swapped = { ...found.hier, mae: found.gbm.mae };
    expect(scorerFailures(name, 'hier', swapped)).toHaveLength(1);
  },
);

test.skipIf(!folder).each(SETS)(
  'on %s the forecast passes its gates, and misses less cash than due dates do',
  (name, read) => {
    const set = read(data);
    const pooling = chosenPooling(set);
    const result = score(rollingPredictions(set.invoices, set.test, pooling));
    expect(result.count).toBe(name === 'ibm' ? 872 : 7_333);
    const cash = missed(forecastCash(set, pooling));
    expect(missedGates(name, result, cash)).toEqual([]);
    expect(Number(missed(dueDateCash(set)).toFixed(4))).toBe(name === 'ibm' ? 0.4143 : 0.2314);
  },
  120_000,
);

test.skipIf(!folder).each(POOLINGS)(
  'whatever the future brings, what was said before does not change ($name)',
  (pooling) => {
    const { invoices, test: window } = ibm(data);
    const turn = window[0] + 100;
    const changed = invoices
      .map((invoice, i) =>
        invoice.paidOn < turn ? invoice : { ...invoice, paidOn: turn + ((i * 7_919) % 200), share: 0.5 },
      )
      .toReversed();
    const until = [window[0], turn] as const;
    const said = (list: typeof invoices) =>
      new Map(rollingDelays(list, until, pooling).map(({ invoice, delays }) => [invoice.id, [...delays]]));
    const [before, after] = [said(invoices), said(changed)];
    expect(before.size).toBeGreaterThan(300);
    for (const [id, delays] of before)
      for (const [cell, mass] of delays.entries()) expect(after.get(id)?.[cell]).toBeCloseTo(mass, 9);
    const later = [turn + 60, window[1]] as const;
    const [one] = rollingDelays(invoices, later, pooling);
    const other = rollingDelays(changed, later, pooling).find(
      ({ invoice }) => invoice.id === one?.invoice.id,
    );
    expect([...(other?.delays ?? [])]).not.toEqual([...(one?.delays ?? [])]);
  },
);
