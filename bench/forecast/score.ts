import { cellOf } from '@/lib/domain/forecast/delays';
import type { DelayDistribution } from '@/lib/domain/forecast/distribution';
import { delayQuantile, lateProbability } from '@/lib/domain/forecast/quantiles';

/** What was forecast of one invoice, and what came. Days from due to payment. */
export interface Prediction {
  readonly actual: number;
  readonly median: number;
  /** Null where a method says nothing about it. */
  readonly late: number | null;
  readonly q10: number | null;
  readonly q90: number | null;
  /** Its term of the continuous ranked probability score. */
  readonly crps: number | null;
}

/** The figures that methods are compared by; null where a method cannot be judged by one. */
export interface Score {
  readonly count: number;
  readonly mae: number;
  readonly auc: number | null;
  readonly logLoss: number | null;
  readonly crps: number | null;
  readonly cover80: number | null;
}

/** What a distribution says of an invoice that was paid `actual` days after it was due. */
export function predicted(delays: DelayDistribution, actual: number): Prediction {
  return {
    actual,
    median: delayQuantile(delays, 0.5),
    late: lateProbability(delays),
    q10: delayQuantile(delays, 0.1),
    q90: delayQuantile(delays, 0.9),
    crps: rankedScore(delays, actual),
  };
}

/** The figures over many predictions. */
export function score(predictions: readonly Prediction[]): Score {
  const mean = (value: (p: Prediction) => number | null) => {
    let sum = 0;
    for (const prediction of predictions) {
      const one = value(prediction);
      if (one === null) return null;
      sum += one;
    }
    return predictions.length > 0 ? sum / predictions.length : null;
  };
  const mae = mean(({ actual, median }) => Math.abs(actual - median));
  if (mae === null) throw new Error('nothing to score');
  return {
    count: predictions.length,
    mae,
    auc: areaUnderCurve(predictions),
    logLoss: mean(({ actual, late }) =>
      late === null ? null : -Math.log(actual > 0 ? clip(late) : 1 - clip(late)),
    ),
    crps: mean(({ crps }) => crps),
    cover80: mean(({ actual, q10, q90 }) =>
      q10 === null || q90 === null ? null : Number(q10 <= actual && actual <= q90),
    ),
  };
}

function rankedScore(delays: DelayDistribution, actual: number): number {
  const paid = cellOf(actual);
  let [sum, squares] = [0, 0];
  for (const [cell, mass] of delays.entries()) {
    sum += mass;
    squares += (sum - Number(cell >= paid)) ** 2;
  }
  return squares;
}

/** The probability that of a late and a punctual invoice the late one was thought the likelier to be late; ties count half. */
function areaUnderCurve(predictions: readonly Prediction[]): number | null {
  if (predictions.some(({ late }) => late === null)) return null;
  const sorted = predictions.toSorted((a, b) => (a.late ?? 0) - (b.late ?? 0));
  let [rankSum, lateCount] = [0, 0];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.late === sorted[from]?.late) to += 1;
    for (let i = from; i < to; i += 1)
      if ((sorted[i]?.actual ?? 0) > 0) {
        rankSum += (from + 1 + to) / 2;
        lateCount += 1;
      }
    from = to;
  }
  const punctual = sorted.length - lateCount;
  return lateCount && punctual
    ? (rankSum - (lateCount * (lateCount + 1)) / 2) / (lateCount * punctual)
    : null;
}

function clip(p: number): number {
  return Math.min(1 - 1e-4, Math.max(1e-4, p));
}
